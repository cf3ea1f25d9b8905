import { VERSION } from "../src/safetyculture/version.js";

/** Name of the plugin file, without its version. */
export const PROVIDER_NAME = "terraform-provider-safetyculture";

/** The registries that a source address without a host stands for: Terraform's, and OpenTofu's. */
const HOSTS = ["registry.terraform.io", "registry.opentofu.org"];

/** Platforms, as Terraform names them, that can execute the plugin file: it is the same for all of them. */
const PLATFORMS = ["darwin_amd64", "darwin_arm64", "linux_amd64", "linux_arm64"];

/** What whoever puts the plugin somewhere needs to know; it lies beside the plugin. */
export interface Layout {
  /** Name of the plugin file. */
  readonly file: string;
  readonly version: string;
  readonly platforms: readonly string[];
  /** The folders below a folder of plugins in which Terraform and OpenTofu look for it. */
  readonly folders: readonly string[];
}

export const layout: Layout = {
  file: `${PROVIDER_NAME}_v${VERSION}`,
  version: VERSION,
  platforms: PLATFORMS,
  folders: HOSTS.flatMap((host) =>
    PLATFORMS.map((platform) => `${host}/safetyculture-tokens/safetyculture/${VERSION}/${platform}`),
  ),
};
