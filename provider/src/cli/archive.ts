import { zipSync } from "fflate";

const UNIX = 3;
const EXECUTABLE = 0o755 << 16;
const READABLE = 0o644 << 16;
// A fixed time, so that the same plugin makes the same archive.
const MODIFIED = new Date("2020-01-01T00:00:00");

/** An archive of files, by name; those of the plugin are executable. */
export function archive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        [content, { os: UNIX, attrs: isPlugin(name) ? EXECUTABLE : READABLE, mtime: MODIFIED, level: 6 }],
      ]),
    ),
  );
}

const isPlugin = (name: string): boolean => /^(terraform-provider-|executable)/.test(name);
