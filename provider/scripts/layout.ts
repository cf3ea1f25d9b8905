import { join } from "node:path";
import { PROVIDER_ADDRESS } from "../src/safetyculture/schema.js";
import { VERSION } from "../src/safetyculture/version.js";

/** Name of the plugin file, without its version. */
export const PROVIDER_NAME = "terraform-provider-safetyculture";

/** Platforms, as Terraform names them, that can execute the plugin file: it is the same for all of them. */
export const PLATFORMS = ["darwin_amd64", "darwin_arm64", "linux_amd64", "linux_arm64"] as const;

/** Where Terraform looks for the plugin below a folder of plugins. */
export const pluginPath = (platform: string): string =>
  join(PROVIDER_ADDRESS, VERSION, platform, `${PROVIDER_NAME}_v${VERSION}`);
