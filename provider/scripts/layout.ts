import { VERSION } from "../src/safetyculture/version.js";

/** Name of the plugin file, without its version. */
export const PROVIDER_NAME = "terraform-provider-safetyculture";

/** The registries that a source address without a host stands for: Terraform's, and OpenTofu's. */
const HOSTS = ["registry.terraform.io", "registry.opentofu.org"];

/** Where and under which names the plugin is put, as `place-plugin.ts` reads it from beside the plugin. */
export const layout = {
  name: PROVIDER_NAME,
  file: `${PROVIDER_NAME}_v${VERSION}`,
  archive: `${PROVIDER_NAME}_${VERSION}.zip`,
  version: VERSION,
  platforms: ["darwin_amd64", "darwin_arm64", "linux_amd64", "linux_arm64"],
  sources: HOSTS.map((host) => `${host}/safetyculture-tokens/safetyculture`),
};
