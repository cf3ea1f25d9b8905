import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { terraformBinary } from "../terraform.js";
import { CHANGES, EMPTY, FAILED, Scene } from "./setup.js";

const GUIDE = fileURLToPath(new URL("../../../provider/docs/guides/what-happens-when.md", import.meta.url));
const TOKEN = "safetyculture_service_user_token.this";

const token = (settings = "", permissions = 'permissions = ["inspections.view"]'): string => `
resource "safetyculture_service_user_token" "this" {
  name = "power-bi"
  ${permissions}
  ${settings}
}`;
const overlap = (month: number): string =>
  `rotation = { strategy = "overlap", keepers = { month = "${month}" } }`;

interface Row {
  /** The configuration before, and after when it changes. */
  readonly before: string;
  readonly after?: string;
  /** What is done between the applies, as a second rotation. */
  readonly rotated?: string;
  /** What happens behind Terraform's back. */
  happens?(scene: Scene, id: string): Promise<unknown>;
  /** What the provider sees in its environment from then on. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly exitCode: number;
  readonly says?: RegExp;
  /** The tokens of the organization after an apply of the plan; left out when there is none. */
  readonly tokens?: readonly object[];
}

const idle = async (scene: Scene) => scene.server.clock.advance({ days: 46 });
const revoke = (scene: Scene, id: string) => scene.api.serviceUserTokens.revoke(id);
const end = (scene: Scene, id: string) => scene.api.serviceUserTokens.revokeAndDelete(id);
const previousOf = (scene: Scene): string =>
  String((scene.attributes(TOKEN)["previous"] as Record<string, unknown>)["id"]);
const ACTIVE = { name: "power-bi", status: "SERVICE_USER_TOKEN_STATUS_ACTIVE" };
const REVOKED = { name: "power-bi", status: "SERVICE_USER_TOKEN_STATUS_REVOKED" };
const NEW_SECRET = /Warning: A new secret will be issued/;

/** By "when | with", as the page has it. */
const rows: Readonly<Record<string, Row>> = {
  "nothing happened | any settings": { before: token(), exitCode: EMPTY, tokens: [ACTIVE] },
  "the token was renamed elsewhere | any settings": {
    before: token(),
    happens: (scene, id) => scene.api.serviceUserTokens.update(id, { name: "other" }),
    exitCode: CHANGES,
    says: /~ name\s+= "other" -> "power-bi"/,
    tokens: [ACTIVE],
  },
  "its permissions were changed elsewhere | any settings": {
    before: token(),
    happens: (scene, id) => scene.api.serviceUserTokens.update(id, { permissions: ["inspections.export"] }),
    exitCode: CHANGES,
    says: /- "inspections.export"/,
    tokens: [{ ...ACTIVE, permissions: ["inspections.view"] }],
  },
  "its permissions were changed elsewhere | `ignore_changes = [permissions]`": {
    before: token("lifecycle {\n ignore_changes = [permissions] \n}"),
    happens: (scene, id) => scene.api.serviceUserTokens.update(id, { permissions: ["inspections.export"] }),
    exitCode: EMPTY,
    tokens: [{ ...ACTIVE, permissions: ["inspections.export"] }],
  },
  "it was revoked elsewhere | `enabled = true`": {
    before: token(),
    happens: revoke,
    exitCode: CHANGES,
    says: NEW_SECRET,
    tokens: [ACTIVE],
  },
  "it was revoked elsewhere | `enabled = false`": {
    before: token(),
    after: token("enabled = false"),
    happens: revoke,
    exitCode: EMPTY,
    tokens: [REVOKED],
  },
  "it was regenerated elsewhere | any settings": {
    before: token(),
    async happens(scene, id) {
      scene.server.clock.advance({ seconds: 1 });
      await scene.api.serviceUserTokens.revoke(id);
      await scene.api.serviceUserTokens.regenerate(id);
    },
    exitCode: EMPTY,
    says: /Warning: Secret issued elsewhere/,
    tokens: [ACTIVE],
  },
  "it was used | any settings": {
    before: token(),
    async happens(scene) {
      scene.server.clock.advance({ days: 1 });
      await scene.api.withApiToken(String(scene.attributes(TOKEN)["secret"])).users.whoAmI();
    },
    exitCode: EMPTY,
  },
  "it expired | `enabled = true`": {
    before: token(),
    happens: idle,
    exitCode: CHANGES,
    says: NEW_SECRET,
    tokens: [ACTIVE],
  },
  "it expired | `enabled = false`": {
    before: token(),
    after: token("enabled = false"),
    happens: idle,
    exitCode: CHANGES,
    says: /~ enabled\s+= true -> false/,
    tokens: [REVOKED],
  },
  "it was deleted elsewhere | any settings": {
    before: token(),
    happens: end,
    exitCode: CHANGES,
    says: /1 to add, 0 to change, 0 to destroy/,
    tokens: [ACTIVE],
  },
  "it was deleted elsewhere | it is removed from the configuration": {
    before: token(),
    after: "",
    happens: end,
    exitCode: EMPTY,
    tokens: [],
  },
  "it was revoked elsewhere | it is removed from the configuration": {
    before: token(),
    after: "",
    happens: revoke,
    exitCode: CHANGES,
    says: /0 to add, 0 to change, 1 to destroy/,
    tokens: [],
  },
  'it is removed from the configuration | `on_destroy = "revoke"`': {
    before: token('on_destroy = "revoke"'),
    after: "",
    exitCode: CHANGES,
    tokens: [REVOKED],
  },
  'it is removed from the configuration | `on_destroy = "retain"`': {
    before: token('on_destroy = "retain"'),
    after: "",
    exitCode: CHANGES,
    tokens: [ACTIVE],
  },
  'its secret reaches `after_days` | `strategy = "in_place"`': {
    before: token("rotation = { after_days = 30 }"),
    happens: async (scene) => scene.server.clock.advance({ days: 30 }),
    exitCode: CHANGES,
    says: /Warning: A secret will be rotated in place/,
    tokens: [ACTIVE],
  },
  'its secret reaches `after_days` | `strategy = "overlap"`': {
    before: token('rotation = { after_days = 30, strategy = "overlap" }'),
    happens: async (scene) => scene.server.clock.advance({ days: 30 }),
    exitCode: CHANGES,
    says: /Warning: A secret will be rotated with overlap/,
    tokens: [{ status: ACTIVE.status }, ACTIVE],
  },
  'the grace time has passed | `strategy = "overlap"`': {
    before: token(overlap(1)),
    rotated: token(overlap(2)),
    happens: async (scene) => scene.server.clock.advance({ days: 1 }),
    exitCode: CHANGES,
    says: /- previous\s+= \{/,
    tokens: [ACTIVE],
  },
  'the outgoing token was deleted elsewhere | `strategy = "overlap"`': {
    before: token(overlap(1)),
    rotated: token(overlap(2)),
    happens: (scene) => end(scene, previousOf(scene)),
    exitCode: EMPTY,
    tokens: [ACTIVE],
  },
  "it was deleted elsewhere | an outgoing token still works": {
    before: token(overlap(1)),
    rotated: token(overlap(2)),
    happens: end,
    exitCode: CHANGES,
    says: /0 to add, 1 to change, 0 to destroy/,
    tokens: [{ status: ACTIVE.status }, ACTIVE],
  },
  "the outgoing token still works | `enabled = false`": {
    before: token(overlap(1)),
    rotated: token(overlap(2)),
    after: token(`${overlap(2)}\n  enabled = false`),
    exitCode: CHANGES,
    tokens: [REVOKED],
  },
  "the outgoing token still works | `rotation` is removed": {
    before: token(overlap(1)),
    rotated: token(overlap(2)),
    after: token(),
    exitCode: CHANGES,
    says: /- rotation\s+= \{/,
    tokens: [{ status: ACTIVE.status }, ACTIVE],
  },
  "the catalogue of permissions has grown | `all_permissions = true`": {
    before: token("", "all_permissions = true"),
    happens: (scene, id) =>
      scene.api.serviceUserTokens.update(id, { permissions: ["inspections.view", "inspections.export"] }),
    exitCode: CHANGES,
    says: /~ permissions/,
  },
  "the provider's API token is refused | any settings": {
    before: token(),
    environment: { SAFETYCULTURE_API_TOKEN: `scapi_${"x".repeat(48)}` },
    exitCode: FAILED,
    says: /Error: API token not accepted/,
  },
  "the API does not respond | any settings": {
    before: token(),
    environment: { SAFETYCULTURE_API_URL: "http://127.0.0.1:9" },
    exitCode: FAILED,
    says: /Error: API not reachable/,
  },
};

test("the page has a row for each of these tests, and no other", () => {
  const documented = [...readFileSync(GUIDE, "utf8").matchAll(/^\| (.+?) \| (.+?) \| .+ \|$/gm)]
    .map(([, when, setting]) => `${when} | ${setting}`)
    .filter((row) => row !== "when | with" && !row.startsWith("---"));
  expect(documented).toEqual(Object.keys(rows));
});

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("when", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.reattached();
  });
  afterEach(() => scene.close());

  test.each(Object.entries(rows))("%s", async (_row, row) => {
    scene.configure(row.before);
    await scene.apply();
    if (row.rotated !== undefined) {
      scene.configure(row.rotated);
      await scene.apply();
    }
    await row.happens?.(scene, String(scene.attributes(TOKEN)["id"]));
    const state = scene.workspace.state();
    if (row.after !== undefined) scene.configure(row.after);
    Object.assign(scene.environment, row.environment);
    const plan = await scene.plan();
    expect(plan.exitCode, plan.output).toBe(row.exitCode);
    if (row.says !== undefined) expect(plan.output).toMatch(row.says);
    if (row.exitCode === FAILED) expect(scene.workspace.state()).toBe(state);
    if (row.tokens === undefined) return;
    await scene.apply();
    expect(await scene.tokens()).toMatchObject(row.tokens);
    const again = await scene.plan();
    expect(again.exitCode, again.output).toBe(EMPTY);
  });
});
