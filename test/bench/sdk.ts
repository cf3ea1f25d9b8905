// Throughput, CPU and import time of the SDK against bare undici, openapi-fetch and global fetch, as ratios of one run.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
import type { paths } from "@safetyculture-tokens/sdk/contract";
import createClient from "openapi-fetch";
import { Agent, request } from "undici";
import { median, report } from "./report.js";

const CALLS = 3000;
const CONCURRENCY = 32;
const ROUNDS = 7;
const IMPORTS = 7;
const id = "6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69";
const headers = { authorization: "Bearer scapi_benchmark", accept: "application/json" };

interface Figures {
  /** Calls in a second. */
  readonly throughput: number;
  /** Microseconds of processor time for a call. */
  readonly cpu: number;
}

async function startTarget() {
  const file = fileURLToPath(new URL("./sdk-target.ts", import.meta.url));
  const target = spawn(process.execPath, ["--import", "tsx", file], { stdio: ["pipe", "pipe", "inherit"] });
  const [line]: Buffer[] = await once(target.stdout, "data");
  return { url: `http://127.0.0.1:${String(line).trim()}`, stop: () => target.stdin.end() };
}

async function measure(call: () => Promise<unknown>): Promise<Figures> {
  let left = CALLS;
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (left-- > 0) await call();
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { throughput: CALLS / seconds, cpu: (user + system) / CALLS };
}

/** Milliseconds to import a module in a fresh process. */
function importTime(specifier: string): number {
  const code = `const t = performance.now(); await import(${JSON.stringify(specifier)}); console.log(performance.now() - t)`;
  const times = Array.from({ length: IMPORTS }, () =>
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" })),
  );
  return median(times);
}

/** Median figures of each contender, in rounds that take them in turn; the first round warms up. */
async function measureInTurn(contenders: ReadonlyMap<string, () => Promise<unknown>>) {
  const rounds = new Map<string, Figures[]>([...contenders.keys()].map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, call] of contenders) {
      const figures = await measure(call);
      if (round > 0) rounds.get(name)?.push(figures);
    }
  }
  return new Map(
    [...rounds].map(([name, figures]): [string, Figures] => [
      name,
      { throughput: median(figures.map((f) => f.throughput)), cpu: median(figures.map((f) => f.cpu)) },
    ]),
  );
}

/** Prints the ratios. */
export async function run(): Promise<void> {
  const target = await startTarget();
  const agent = new Agent({ connections: CONCURRENCY });
  const pacing = { calls: 1e9, writes: 1e9 };
  const client = new SafetyCultureClient({ apiToken: "scapi_benchmark", baseUrl: target.url, pacing });
  const openapi = createClient<paths>({ baseUrl: target.url, headers });
  const url = `${target.url}/identity/v1/service_user_tokens/${id}`;
  const path = "/identity/v1/service_user_tokens/{id}";
  const figures = await measureInTurn(
    new Map<string, () => Promise<unknown>>([
      ["bare undici", async () => (await request(url, { dispatcher: agent, headers })).body.json()],
      ["SDK", () => client.serviceUserTokens.get(id)],
      ["openapi-fetch", () => openapi.GET(path, { params: { path: { id } } })],
      ["global fetch", async () => (await fetch(url, { headers })).json()],
    ]),
  );
  await Promise.all([client.close(), agent.close()]);
  target.stop();

  const bare = figures.get("bare undici") ?? { throughput: Number.NaN, cpu: Number.NaN };
  console.log(`${CALLS} calls, ${CONCURRENCY} at once, median of ${ROUNDS} rounds, against bare undici`);
  for (const [name, { throughput, cpu }] of figures) {
    const hold = name === "SDK" ? ["hold at least 0.85", "hold at most 1.2"] : ["to compare", "to compare"];
    report(
      `throughput of ${name} (${Math.round(throughput)} calls/s)`,
      throughput / bare.throughput,
      hold[0] ?? "",
    );
    report(`CPU per call of ${name} (${cpu.toFixed(0)} µs)`, cpu / bare.cpu, hold[1] ?? "");
  }
  const [sdk, undici] = [importTime("@safetyculture-tokens/sdk"), importTime("undici")];
  report(`import of the SDK (${sdk.toFixed(0)} ms) against that of undici`, sdk / undici, "hold at most 1");
}
