import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PLUGINS = fileURLToPath(new URL("../../provider/dist/plugins", import.meta.url));

/** The packaged plugin of this platform: the file is the same for all of them. */
export function pluginFile(): string {
  const entries = readdirSync(PLUGINS, { recursive: true, encoding: "utf8" });
  const file = entries.find((entry) => /linux_amd64\/terraform-provider-[^/]+$/.test(entry));
  if (file === undefined) throw new Error("the plugin is not built: run npm run build");
  return join(PLUGINS, file);
}
