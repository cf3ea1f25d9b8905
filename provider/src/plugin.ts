import { VERSION } from "./safetyculture/version.js";
import { isLaunchedByTerraform } from "./transport/handshake.js";
import { serve } from "./transport/serve.js";
import { failToStart } from "./transport/standard-streams.js";

// What Terraform executes. Only the transport is loaded before the handshake; the provider follows with the first call that needs
// it, which the constant schema does not.

const HELP =
  "This is the Terraform provider for SafetyCulture service user tokens. Terraform starts it by itself; to put it where\n" +
  "Terraform looks, run: npx terraform-provider-safetyculture install\n";

if (isLaunchedByTerraform(process.env)) {
  process.title = "terraform-provider-safetyculture";
  serve({
    protocolVersion: 6,
    env: process.env,
    constant: async (path) => {
      if (path !== "/tfplugin6.Provider/GetProviderSchema") return undefined;
      const { PREBUILT_SCHEMA } = await import("./prebuilt-schema.js");
      return PREBUILT_SCHEMA === undefined ? undefined : Buffer.from(PREBUILT_SCHEMA, "base64");
    },
    load: async () => {
      const { setFlagsFromString } = await import("node:v8");
      // The HTTP client's parser is WebAssembly, and optimizing it would take 30 MB for nothing in so short a life.
      setFlagsFromString("--wasm-tiering-budget=1000000000");
      // Thousands of small requests leave garbage rather than data; without this the heap grows to four times its content.
      setFlagsFromString("--heap-growing-percent=20");
      return (await import("./load.js")).load(process.env);
    },
  }).catch(failToStart);
} else if (process.argv[2] === "--version") {
  process.stdout.write(`${VERSION}\n`);
} else {
  process.stderr.write(HELP);
  process.exitCode = 1;
}
