import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { launcher } from "../../../provider/src/packaging/launcher.js";

const GLIBC = ["lib64/ld-linux-x86-64.so.2"];
const GLIBC_ARM = ["lib/ld-linux-aarch64.so.1"];
const ALPINE = ["lib/ld-musl-x86_64.so.1", "etc/alpine-release"];
const LIBSTDC = ["usr/lib/libstdc++.so.6"];
const BOTH = ["executable-glibc", "executable-musl"];
const NO_NODE =
  "terraform-provider-x needs Node.js 20.19 or newer on PATH, and there is none: https://nodejs.org";
const NO_LIBRARY =
  "terraform-provider-x needs the C++ library (apk add libstdc++) or Node.js 20.19 or newer (apk add nodejs), and there is neither";

describe("the launcher", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "launcher-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    chmodSync(join(folder, file), 0o755);
  };

  /** Lets the launcher look for loaders and libraries in a folder that stands for the system. */
  function install(executables: readonly string[], system: readonly string[], node: boolean): string {
    const text = launcher({ name: "terraform-provider-x" });
    const root = join(folder, "root");
    write("plugin/plugin", text.replaceAll(/(?<= )\/(?=(?:etc|lib64|lib|usr)\/)/g, `${root}/`));
    for (const name of executables) write(`plugin/${name}`, `#!/bin/sh\necho "${name} $*"\n`);
    for (const file of system) write(`root/${file}`, "");
    mkdirSync(join(folder, "path"));
    if (node) write("path/node", "#!/bin/sh\necho node\n");
    return join(folder, "plugin/plugin");
  }

  const run = (file: string) =>
    new Promise<string>((resolve) => {
      execFile(
        file,
        ["one", "two words"],
        { env: { PATH: join(folder, "path") } },
        (_error, stdout, stderr) => resolve(stdout + stderr),
      );
    });

  test.each([
    ["glibc", BOTH, GLIBC, false, "executable-glibc one two words"],
    ["glibc on arm64", BOTH, GLIBC_ARM, false, "executable-glibc one two words"],
    [
      "glibc with musl beside it",
      BOTH,
      [...GLIBC, "lib/ld-musl-x86_64.so.1"],
      false,
      "executable-glibc one two words",
    ],
    ["musl with the C++ library", BOTH, [...ALPINE, ...LIBSTDC], false, "executable-musl one two words"],
    [
      "musl with glibc's loader",
      BOTH,
      [...ALPINE, ...LIBSTDC, ...GLIBC],
      true,
      "executable-musl one two words",
    ],
    ["musl without the C++ library, with Node.js", BOTH, ALPINE, true, "node"],
    ["musl without the C++ library", BOTH, ALPINE, false, NO_LIBRARY],
    ["macOS", ["executable-darwin"], [], false, "executable-darwin one two words"],
    ["a system without a known C library, with Node.js", BOTH, [], true, "node"],
    ["a system without a known C library", BOTH, [], false, NO_NODE],
    ["no executable, with Node.js", [], GLIBC, true, "node"],
    ["no executable", [], GLIBC, false, NO_NODE],
  ])("starts what runs there, or says what to install: %s", async (_name, executables, system, node, said) => {
    expect(await run(install(executables, system, node))).toBe(`${said}\n`);
  });

  test("finds the executable through a link", async () => {
    const plugin = install(BOTH, GLIBC, false);
    symlinkSync("/usr/bin/readlink", join(folder, "path/readlink"));
    symlinkSync(plugin, join(folder, "link"));
    expect(await run(join(folder, "link"))).toBe("executable-glibc one two words\n");
  });
});
