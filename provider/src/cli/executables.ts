import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The platforms, as Terraform names them, and what an executable of each is called in the plugin's folder. */
const EXECUTABLES = [
  { target: "darwin_amd64", platform: "darwin_amd64", name: "executable-darwin" },
  { target: "darwin_arm64", platform: "darwin_arm64", name: "executable-darwin" },
  { target: "linux_amd64", platform: "linux_amd64", name: "executable-glibc" },
  { target: "linux_amd64_musl", platform: "linux_amd64", name: "executable-musl" },
  { target: "linux_arm64", platform: "linux_arm64", name: "executable-glibc" },
  { target: "linux_arm64_musl", platform: "linux_arm64", name: "executable-musl" },
  { target: "windows_amd64", platform: "windows_amd64", name: "executable.exe" },
  { target: "windows_arm64", platform: "windows_arm64", name: "executable.exe" },
] as const;

const COMPILED = fileURLToPath(new URL("../../dist/executables", import.meta.url));

/** A self-contained executable of the plugin. */
export interface Executable {
  /** The platform, as Terraform names it. */
  readonly platform: string;
  /** Its name beside the plugin file, whose first lines look for it. */
  readonly name: string;
  /** Where it is now. */
  readonly path: string;
}

/** The executables of the plugin that this machine has: compiled in the clone, or from packages that the user added. */
export function executables(): readonly Executable[] {
  return EXECUTABLES.flatMap(({ target, platform, name }) => {
    const path = [join(COMPILED, target), ...packaged(target)].find((file) => existsSync(file));
    return path === undefined ? [] : [{ platform, name, path }];
  });
}

/** Where the package of one target keeps its executable, seen from the working directory and from here. */
function packaged(target: string): readonly string[] {
  const name = `@safetyculture-tokens/provider-${target.replaceAll("_", "-")}/package.json`;
  return [join(process.cwd(), "package.json"), fileURLToPath(import.meta.url)].flatMap((from) => {
    try {
      return [join(dirname(createRequire(from).resolve(name)), "plugin")];
    } catch {
      return [];
    }
  });
}
