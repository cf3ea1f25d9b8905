/** The release of Bun whose runtime the executables carry; the hashes below are those of its binaries. */
export const BUN_VERSION = "1.4.5";

/** A kind of machine that an executable is made for. */
export interface Target {
  /** Its platform as Terraform names it. */
  readonly platform: string;
  /** The npm package that holds the base binary. */
  readonly package: string;
  /** The path of the base binary in that package. */
  readonly binary: string;
  /** SHA-256 of the base binary. */
  readonly sha256: string;
  /** What the executable's name ends with. */
  readonly suffix: "" | ".exe";
}

const unix = (platform: string, name: string, sha256: string): Target => ({
  platform,
  package: `@oven/bun-${name}`,
  binary: "bin/bun",
  sha256,
  suffix: "",
});

const windows = (platform: string, name: string, sha256: string): Target => ({
  platform,
  package: `@oven/bun-${name}`,
  binary: "bin/bun.exe",
  sha256,
  suffix: ".exe",
});

/** The targets, by name. On Linux there are two for each platform, because the C library belongs to a target. */
export const targets = {
  darwin_amd64: unix(
    "darwin_amd64",
    "darwin-x64",
    "88f97645b270aef20f9f9442f1658461cab3e7128e658af4615144e3396f084a",
  ),
  darwin_arm64: unix(
    "darwin_arm64",
    "darwin-aarch64",
    "e2984124f1514e1e6bbda20adedbf07a02c443c6a5828853a15c7c7abf78e19f",
  ),
  linux_amd64: unix(
    "linux_amd64",
    "linux-x64",
    "f05d28a3862f4b84395c7fa32480b835dd47482e80b7e7a49a115227f0c06083",
  ),
  linux_amd64_musl: unix(
    "linux_amd64",
    "linux-x64-musl",
    "cf5d285ddbe256785a5121a3c113191a6b577504976374c7cfd5aedca609b720",
  ),
  linux_arm64: unix(
    "linux_arm64",
    "linux-aarch64",
    "04778f1f42399a69d086853e9c7af4acf574b2f21a43d0dc673853d8b84a2923",
  ),
  linux_arm64_musl: unix(
    "linux_arm64",
    "linux-aarch64-musl",
    "9c48986093073afec8b76a3e285303598dd2462f52748aecb65e4d94866e1ea3",
  ),
  windows_amd64: windows(
    "windows_amd64",
    "windows-x64",
    "e06ad0864463c68892ae71a2a64af7eae1585cac5dd9b80bc042f45605587cb1",
  ),
  windows_arm64: windows(
    "windows_arm64",
    "windows-aarch64",
    "8bd7f9210f9d58cc21f398d1478e53b2ff919a0c8fc935b5086f3f64667cec6d",
  ),
} as const satisfies Record<string, Target>;

/** The name of a target. */
export type TargetName = keyof typeof targets;

/** The names of all targets. */
export const targetNames = Object.keys(targets).filter(isTargetName);

export function isTargetName(name: string): name is TargetName {
  return Object.hasOwn(targets, name);
}

/** The target that this machine runs. */
export function hostTarget(): TargetName {
  const arch = process.arch === "x64" ? "amd64" : process.arch;
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const musl = platform === "linux" && !hasGlibc() ? "_musl" : "";
  const name = `${platform}_${arch}${musl}`;
  if (!isTargetName(name)) throw new Error(`there is no base binary for ${platform} on ${process.arch}`);
  return name;
}

function hasGlibc(): boolean {
  const report: unknown = process.report?.getReport();
  const header =
    typeof report === "object" && report !== null && "header" in report ? report.header : undefined;
  return typeof header === "object" && header !== null && "glibcVersionRuntime" in header;
}
