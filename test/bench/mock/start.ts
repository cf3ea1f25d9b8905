import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { median, report } from "../report.js";

const ROUNDS = 15;

const node = promisify(execFile);

/** Milliseconds that a module takes, from its first line to a server that listens, in a process of its own. */
async function milliseconds(lines: string): Promise<number> {
  const source = `const begun = performance.now();\n${lines}\nconsole.log(performance.now() - begun);\nprocess.exit();`;
  const { stdout } = await node(process.execPath, ["--input-type=module", "--eval", source]);
  return Number(stdout);
}

const ours = `
const { startMockServer } = await import("@safetyculture-tokens/mock-server");
await startMockServer();`;

const bare = `
const { createServer } = await import("node:http");
await new Promise((resolve) => createServer().listen(0, "127.0.0.1", resolve));`;

/** Import and start in process, against a bare HTTP server, in turn. */
export async function startRatios(): Promise<void> {
  const mock: number[] = [];
  const http: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    http.push(await milliseconds(bare));
    mock.push(await milliseconds(ours));
  }
  report("import and start, against 150 ms", median(mock) / 150, "at most 1");
  report("import and start, against node:http", median(mock) / median(http), "no aim");
}
