import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createProviderServer } from "../src/framework/index.js";
import { provider } from "../src/safetyculture/provider.js";

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** What is packaged in either form: the module that serves the provider, and the modules that stand in for others. */
export async function program() {
  const server = createProviderServer(provider({}), {});
  const schema = await server.rpc("GetProviderSchema")?.(new Uint8Array(), {});
  if (schema === undefined) throw new Error("the provider has no schema");
  const folder = path("dist/prebuilt");
  mkdirSync(folder, { recursive: true });
  const text = JSON.stringify(Buffer.from(schema).toString("base64"));
  writeFileSync(join(folder, "schema.js"), `export const PREBUILT_SCHEMA = ${text};\n`);
  return {
    entry: path("dist/plugin.js"),
    alias: {
      undici: path("scripts/undici-agents.cjs"),
      "./prebuilt-schema.js": join(folder, "schema.js"),
    },
  };
}
