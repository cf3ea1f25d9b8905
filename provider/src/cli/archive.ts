import { zipSync } from "fflate";

const UNIX = 3;
const EXECUTABLE = 0o755 << 16;
// A fixed time, so that the same plugin makes the same archive.
const MODIFIED = new Date("2020-01-01T00:00:00");

/** An archive of executable files, by name. */
export function archive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        [content, { os: UNIX, attrs: EXECUTABLE, mtime: MODIFIED, level: 6 }],
      ]),
    ),
  );
}
