import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The packaged plugin. */
export function pluginFile(): string {
  const directory = new URL("../../provider/dist/plugin/", import.meta.url);
  const { file } = JSON.parse(readFileSync(new URL("layout.json", directory), "utf8")) as { file: string };
  return fileURLToPath(new URL(file, directory));
}
