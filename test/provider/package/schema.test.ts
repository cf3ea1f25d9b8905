import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { createProviderServer } from "../../../provider/src/framework/index.js";
import { provider } from "../../../provider/src/safetyculture/provider.js";
import { LaunchedPlugin } from "../conformance/client/launch.js";
import { pluginFile } from "../plugin-file.js";

test("the schema that the build has put into the plugin is the one that is computed", async () => {
  const computed = await createProviderServer(provider({}), {}).rpc("GetProviderSchema")?.(
    new Uint8Array(),
    {},
  );
  expect(computed?.length).toBeGreaterThan(10_000);
  const plugin = await LaunchedPlugin.start([pluginFile()]);
  onTestFinished(() => plugin.kill());
  const connection = await plugin.connect();
  const response = await connection.call("/tfplugin6.Provider/GetProviderSchema", new Uint8Array());
  expect(Buffer.from(response).equals(computed ?? new Uint8Array())).toBe(true);
  expect(readFileSync(pluginFile(), "latin1")).toContain(Buffer.from(computed ?? []).toString("base64"));
});
