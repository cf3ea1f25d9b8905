import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** A server in a process of its own. */
export class ServerProcess implements AsyncDisposable {
  private constructor(
    readonly url: string,
    readonly process: ChildProcess,
  ) {}

  /** Runs a script that listens on the port that it is given, and waits until it answers. */
  static async start(script: string, args: (port: string) => readonly string[]): Promise<ServerProcess> {
    const port = await freePort();
    const child = spawn(process.execPath, [script, ...args(String(port))], { stdio: "ignore" });
    const server = new ServerProcess(`http://127.0.0.1:${port}`, child);
    for (;;) {
      if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode}`);
      if (
        await fetch(server.url).then(
          () => true,
          () => false,
        )
      )
        return server;
      await sleep(20);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.process, "exit");
    this.process.kill("SIGKILL");
    await ended;
  }
}

/** The mock server, with ids and secrets that are known. */
export function startMock(): Promise<ServerProcess> {
  const cli = fileURLToPath(new URL("../../../mock-server/dist/cli.js", import.meta.url));
  return ServerProcess.start(cli, (port) => ["--port", port, "--random-seed", "1", "--quiet"]);
}

/** The bare framework: reads the request and answers with bytes that it has at hand. */
export function startBare(body: string): Promise<ServerProcess> {
  const script = fileURLToPath(new URL("bare-server.mjs", import.meta.url));
  return ServerProcess.start(script, (port) => [port, body]);
}

/** Prism on the same document. */
export function startPrism(): Promise<ServerProcess> {
  const script = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
  const document = fileURLToPath(new URL("../../../sdk/openapi.yaml", import.meta.url));
  return ServerProcess.start(script, (port) => [
    "mock",
    document,
    "--port",
    port,
    "--verboseLevel",
    "silent",
  ]);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("there is no free port");
  return address.port;
}
