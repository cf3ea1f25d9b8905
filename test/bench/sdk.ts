// Throughput, CPU and import time of the SDK against bare undici, openapi-fetch and global fetch, as ratios of one run.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
import type { paths } from "@safetyculture-tokens/sdk/contract";
import createClient from "openapi-fetch";
import { Agent, request } from "undici";

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

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Milliseconds to import a module in a fresh process. */
function importTime(specifier: string): number {
  const code = `const t = performance.now(); await import(${JSON.stringify(specifier)}); console.log(performance.now() - t)`;
  const times = Array.from({ length: IMPORTS }, () =>
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" })),
  );
  return median(times);
}

/** Prints the table of ratios. */
export async function run(): Promise<void> {
  const target = await startTarget();
  const agent = new Agent({ connections: CONCURRENCY });
  const pacing = { calls: 1e9, writes: 1e9 };
  const client = new SafetyCultureClient({ apiToken: "scapi_benchmark", baseUrl: target.url, pacing });
  const openapi = createClient<paths>({ baseUrl: target.url, headers });
  const url = `${target.url}/identity/v1/service_user_tokens/${id}`;
  const path = "/identity/v1/service_user_tokens/{id}";
  const contenders: Record<string, () => Promise<unknown>> = {
    "bare undici": async () => (await request(url, { dispatcher: agent, headers })).body.json(),
    sdk: () => client.serviceUserTokens.get(id),
    "openapi-fetch": () => openapi.GET(path, { params: { path: { id } } }),
    "global fetch": async () => (await fetch(url, { headers })).json(),
  };
  const results = new Map<string, Figures[]>();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, call] of Object.entries(contenders)) {
      const figures = await measure(call);
      // The first round warms up.
      if (round > 0) results.set(name, [...(results.get(name) ?? []), figures]);
    }
  }
  const of = (name: string, figure: keyof Figures) => median((results.get(name) ?? []).map((f) => f[figure]));
  console.log(`${CALLS} calls, ${CONCURRENCY} at once, median of ${ROUNDS} rounds; bare undici is 1`);
  for (const name of Object.keys(contenders)) {
    const throughput = of(name, "throughput") / of("bare undici", "throughput");
    const cpu = of(name, "cpu") / of("bare undici", "cpu");
    const figures = `${Math.round(of(name, "throughput"))} calls/s, ${of(name, "cpu").toFixed(0)} µs CPU`;
    console.log(
      `${name.padEnd(14)} throughput ${throughput.toFixed(2)}  CPU ${cpu.toFixed(2)}  (${figures})`,
    );
  }
  const [sdk, undici] = [importTime("@safetyculture-tokens/sdk"), importTime("undici")];
  console.log(
    `import: sdk ${sdk.toFixed(0)} ms, undici ${undici.toFixed(0)} ms, ratio ${(sdk / undici).toFixed(2)}`,
  );
  await Promise.all([client.close(), agent.close()]);
  target.stop();
}
