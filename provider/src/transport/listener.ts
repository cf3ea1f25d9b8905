import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Address } from "./handshake.js";

/** A bound address and the way to leave nothing of it behind. */
export interface Binding {
  readonly address: Address;
  /** Removes the socket and its directory; safe to call twice. */
  release(): void;
}

/**
 * Binds a server to a socket that only this user can reach: a unix socket in a new 0700 directory, or a loopback
 * port on Windows, where go-plugin does not speak unix sockets.
 */
export async function bind(
  server: Server,
  options: { readonly directory?: string | undefined; readonly platform?: NodeJS.Platform } = {},
): Promise<Binding> {
  if ((options.platform ?? process.platform) === "win32") {
    await listening(server, () => server.listen(0, "127.0.0.1"));
    const bound = server.address();
    if (bound === null || typeof bound === "string") throw new Error("the loopback listener has no port");
    return { address: { network: "tcp", host: "127.0.0.1", port: bound.port }, release: () => undefined };
  }
  const parent = options.directory ?? tmpdir();
  const directory = mkdtempSync(join(fits(parent) ? parent : SHORT_TMPDIR, "plugin"));
  const path = join(directory, "s");
  await listening(server, () => server.listen(path));
  return {
    address: { network: "unix", path },
    release: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The kernel cuts longer socket paths without a word: 104 bytes with the final zero on macOS, 108 on Linux. */
const MAX_SOCKET_PATH_BYTES = 103;
const SHORT_TMPDIR = "/tmp";

const fits = (parent: string): boolean =>
  Buffer.byteLength(join(parent, "pluginXXXXXX", "s")) <= MAX_SOCKET_PATH_BYTES;

function listening(server: Server, listen: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", () => {
      server.removeListener("error", reject);
      resolve();
    });
    listen();
  });
}
