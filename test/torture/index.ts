import { parseArgs } from "node:util";
import { type MockServer, startMockServer } from "@safetyculture-tokens/mock-server";
import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { type CryptoKey, exportJWK, generateKeyPair } from "jose";
import { Workspace } from "../acceptance/terraform.js";
import { type Model, mutate, toHcl } from "./configuration.js";
import { Random } from "./random.js";
import { interruptSometimes, setFaults } from "./trouble.js";
import { judge } from "./verdict.js";

// npm run torture [-- --rounds N --minutes M --seed S]: random changes by real Terraform under faults, interrupts and kills.
// After each round the faults stop; two applies must lead to an empty plan, and the state to the server's truth.

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "20" },
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const rounds = Number(values.rounds);
const deadline = Date.now() + Number(values.minutes) * 60_000;
const seed = Number(values.seed);

interface World {
  readonly server: MockServer;
  readonly api: SafetyCultureClient;
  readonly workspace: Workspace;
  readonly publicJwk: string;
  readonly privateKey: CryptoKey;
  model: Model;
}

async function createWorld(): Promise<World> {
  const server = await startMockServer({ port: 0, clock: "2026-01-01T00:00:00Z" });
  const workspace = Workspace.withPlugin({
    SAFETYCULTURE_API_URL: server.url,
    SAFETYCULTURE_API_TOKEN: server.apiToken,
  });
  const pair = await generateKeyPair("ECDH-ES+A256KW", { crv: "X25519", extractable: true });
  const publicJwk = JSON.stringify(await exportJWK(pair.publicKey));
  workspace.configure(toHcl(new Map(), publicJwk));
  const { exitCode, output } = await workspace.run("init");
  if (exitCode !== 0) throw new Error(output);
  const api = new SafetyCultureClient({ baseUrl: server.url, apiToken: server.apiToken, pacing: false });
  return { server, api, workspace, publicJwk, privateKey: pair.privateKey, model: new Map() };
}

/** Something that happens to a token while nobody looks. */
async function happen({ server, api }: World, random: Random): Promise<string> {
  if (random.chance(0.5)) server.clock.advance({ hours: random.below(24 * 20) });
  const tokens = (await api.serviceUserTokens.list().all()).items;
  const token = tokens[random.below(Math.max(1, tokens.length))];
  if (token === undefined || random.chance(0.7)) return "";
  if (random.chance(0.5)) {
    await api.serviceUserTokens.pause(token.id);
    return `revoked ${token.name}`;
  }
  await api.serviceUserTokens.revokeAndDelete(token.id);
  return `deleted ${token.name}`;
}

async function round(
  world: World,
  random: Random,
): Promise<{ story: string; violations: string[]; lost: number }> {
  const { server, workspace, api, privateKey, publicJwk } = world;
  const happened = await happen(world, random);
  world.model = mutate(world.model, random);
  workspace.configure(toHcl(world.model, publicJwk));
  const faults = setFaults(server, random);
  const running = workspace.start({}, "apply", "-auto-approve");
  const ended = await interruptSometimes(running, random);
  await running.exitCode;
  server.faults.clear();

  const outputs = [running.output];
  const violations: string[] = [];
  for (const _ of [1, 2]) outputs.push((await workspace.run("apply", "-auto-approve")).output);
  const plan = await workspace.run("plan", "-detailed-exitcode");
  outputs.push(plan.output);
  if (plan.exitCode !== 0) violations.push(`the plan is not empty: ${outputs.at(-2)} ${plan.output}`);
  const verdict = await judge(workspace, api, privateKey);
  violations.push(...verdict.violations);
  if (outputs.some((output) => output.includes("scapi_"))) violations.push("Terraform showed a secret");
  const story = [happened, faults.join(", "), ended === "none" ? "" : ended]
    .filter((part) => part !== "")
    .join("; ");
  return { story, violations, lost: verdict.lostHandOvers.length };
}

console.log(`torture: seed ${seed}, at most ${rounds} rounds in ${values.minutes} minutes`);
const world = await createWorld();
const random = new Random(seed);
let done = 0;
let failed = 0;
let lost = 0;
try {
  while (done < rounds && Date.now() < deadline) {
    const { story, violations, lost: handOvers } = await round(world, random);
    done += 1;
    lost += handOvers;
    if (violations.length === 0) continue;
    failed += 1;
    console.log(`round ${done} (${story}):`);
    for (const violation of violations) console.log(`  ${violation}`);
  }
} finally {
  world.workspace.remove();
  await world.api.close();
  await world.server.close();
}
console.log(`torture: ${done} rounds, ${failed} with violations, ${lost} hand-overs lost and shown as such`);
process.exitCode = failed > 0 ? 1 : 0;
