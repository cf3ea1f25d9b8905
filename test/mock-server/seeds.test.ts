import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Seed, SeedError, startMockServer } from "@safetyculture-tokens/mock-server";
import { describe, expect, test } from "vitest";
import { Api } from "./support/api.js";
import { scratchFolder } from "./support/scratch.js";
import { adminOf, start, startServer } from "./support/server.js";

const secret = (letter: string) => `scapi_${letter.repeat(48)}`;

async function seedFile(name: string, text: string): Promise<string> {
  const path = join(await scratchFolder(), name);
  await writeFile(path, text);
  return path;
}

/** Starts with a seed that should be refused; what it says. */
async function refusalOf(seed: Seed | string): Promise<string> {
  const error = await startMockServer({ seed, clock: start }).then(
    (server) => server.close().then(() => undefined),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SeedError);
  return error instanceof Error ? error.message : "";
}

/** A seed with one service user token, of which the type may be wrong. */
function withToken(token: object): Seed {
  return JSON.parse(
    JSON.stringify({ organizations: [{ service_user_tokens: [{ name: "one", ...token }] }] }),
  );
}

describe("a seed", () => {
  test("in YAML fills organizations with people and with tokens in every state", async () => {
    const seed = await seedFile(
      "seed.yaml",
      `
random_seed: 7
clock: { now: 2026-03-01T00:00:00Z, frozen: true }
organizations:
  - name: Acme
    id: role_${"1".repeat(32)}
    api_token: ${secret("a")}
    users:
      - { firstname: Max, status: deactivated, permissions: all }
      - { firstname: Erika, lastname: Muster, permissions: all, seat_type: SUBSCRIPTION_SEAT_TYPE_LITE }
    service_user_tokens:
      - { name: fresh, secret: ${secret("f")} }
      - { name: nearly, inactivity_expiry_days: 31, created_at: -90d, last_used_at: -30d, secret: ${secret("n")} }
      - { name: idle, inactivity_expiry_days: 31, created_at: 2025-12-24T12:00:00Z, last_used_at: -31d }
      - { name: expired, status: expired, inactivity_expiry_days: 180 }
      - { name: revoked, status: revoked, permissions: [issues.view, actions.view], secret: ${secret("r")} }
  - name: Globex
`,
    );
    const { server } = await startServer({ seed, clock: { now: "2026-03-01T00:00:00Z", frozen: true } });
    expect(server.organizations).toMatchObject([
      { id: `role_${"1".repeat(32)}`, name: "Acme", apiToken: secret("a") },
      { name: "Globex" },
    ]);
    const acme = adminOf(server, 0);
    expect(await acme.whoAmI()).toMatchObject({
      firstname: "Erika",
      seat_type: "SUBSCRIPTION_SEAT_TYPE_LITE",
    });
    const { service_user_tokens } = await acme.list();
    expect(
      service_user_tokens.map(({ name, status, created_at, last_used_at, expires_at }) => [
        name,
        status.replace("SERVICE_USER_TOKEN_STATUS_", ""),
        created_at,
        last_used_at,
        expires_at,
      ]),
    ).toEqual([
      ["fresh", "ACTIVE", "2026-03-01T00:00:00Z", null, "2026-04-15T00:00:00Z"],
      ["nearly", "ACTIVE", "2025-12-01T00:00:00Z", "2026-01-30T00:00:00Z", "2026-03-02T00:00:00Z"],
      ["idle", "EXPIRED", "2025-12-24T12:00:00Z", "2026-01-29T00:00:00Z", null],
      ["expired", "EXPIRED", "2025-09-02T00:00:00Z", null, null],
      ["revoked", "REVOKED", "2026-03-01T00:00:00Z", null, null],
    ]);
    expect(service_user_tokens[4]?.permissions).toEqual(["actions.view", "issues.view"]);
    const statuses = ["f", "n", "r"].map((letter) => acme.as(secret(letter)).status());
    expect(await Promise.all(statuses)).toEqual([200, 200, 401]);
    expect((await adminOf(server, 1).whoAmI()).firstname).toBe("Ada");
  });

  test("of the README can be planted", async () => {
    await using server = await startMockServer({
      seed: fileURLToPath(new URL("../../examples/mock-server/seed.yaml", import.meta.url)),
    });
    const { service_user_tokens, user_tokens } = server.tokens();
    expect([...service_user_tokens, ...user_tokens].map(({ name, status }) => [name, status])).toEqual([
      ["power-bi", "SERVICE_USER_TOKEN_STATUS_ACTIVE"],
      ["scim", "SERVICE_USER_TOKEN_STATUS_REVOKED"],
      ["forgotten", "SERVICE_USER_TOKEN_STATUS_EXPIRED"],
      ["script", "USER_TOKEN_STATUS_ACTIVE"],
    ]);
    expect(server.organizations.map(({ name }) => name)).toEqual(["Acme", "Globex"]);
  });

  test("in JSON is read as well", async () => {
    const seed = await seedFile("seed.json", JSON.stringify({ organizations: [{ name: "Acme" }] }));
    const { server } = await startServer({ seed });
    expect(server.organizations.map(({ name }) => name)).toEqual(["Acme"]);
  });

  test("may set the clock and the assumptions, which options come before", async () => {
    const seed: Seed = {
      clock: { now: "2030-01-01T00:00:00Z", frozen: true },
      assumptions: { unique_names: true, revoked_count: true },
    };
    await using server = await startMockServer({ seed, assumptions: { uniqueNames: false } });
    expect([String(server.clock), server.clock.frozen]).toEqual(["2030-01-01T00:00:00Z", true]);
    const admin = new Api(server.url, server.apiToken);
    await admin.create({ name: "same" });
    await admin.create({ name: "same" });
  });

  test("that is empty has one organization with one administrator", async () => {
    const { server, admin } = await startServer({ seed: await seedFile("empty.yaml", "# nothing\n") });
    expect(server.organizations).toHaveLength(1);
    expect((await admin.listUsers()).users).toHaveLength(1);
  });

  test("with tokens of a deactivated person has them expired", async () => {
    const { server } = await startServer({
      seed: { organizations: [{ users: [{ status: "deactivated", user_tokens: [{ name: "own" }] }] }] },
    });
    expect(server.tokens().user_tokens).toMatchObject([{ status: "USER_TOKEN_STATUS_EXPIRED" }]);
  });
});

describe("a seed is refused", () => {
  test.for([
    [{ inactivity_expiry_days: 30 }, "inactivity_expiry_days: value must be one of 31, 45, 60, 180"],
    [
      { permissions: ["issue.view"] },
      'permissions[0]: "issue.view" is not a permission; did you mean "issues.view"?',
    ],
    [{ permissions: [] }, "permissions: at least one is needed"],
    [{ secret: "scapi_short" }, "secret: value must match ^scapi_[A-Za-z0-9_-]{48}$"],
    [
      { status: "active", created_at: "-46d" },
      "status: it says active, but with these times the token is expired",
    ],
    [
      { status: "expired", created_at: "-1d" },
      "status: it says expired, but with these times the token is active",
    ],
    [{ created_at: "-1d", last_used_at: "-2d" }, "last_used_at: it lies before created_at"],
    [{ created_at: "2027-01-01T00:00:00Z" }, "created_at: 2027-01-01T00:00:00Z lies ahead of the clock"],
    [{ created_at: "2026-99-01T00:00:00Z" }, "created_at: the time 2026-99-01T00:00:00Z is not between"],
    [{ created_at: "-9999999d" }, "created_at: -9999999d lies before the year 1970"],
    [{ nam: "x" }, "nam: there is no such field"],
    [{ name: "" }, "name: value must have a length of at least 1"],
  ] as const)("for %j, with the place", async ([token, problem]) => {
    expect(await refusalOf(withToken(token))).toContain(`organizations[0].service_user_tokens[0].${problem}`);
  });

  test("when more tokens are active than may be", async () => {
    const service_user_tokens = Array.from({ length: 21 }, (_, index) => ({ name: `token ${index}` }));
    expect(await refusalOf({ organizations: [{ service_user_tokens }] })).toBe(
      "organizations[0].service_user_tokens: 21 are active, of 20 allowed",
    );
    const user_tokens = service_user_tokens.slice(0, 11);
    expect(await refusalOf({ organizations: [{ users: [{ user_tokens }] }] })).toBe(
      "organizations[0].users[0].user_tokens: 11 are active, of 10 allowed",
    );
  });

  test("when ids or secrets are there twice", async () => {
    const id = "6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69";
    const twice = (part: object) => ({
      organizations: [
        {
          service_user_tokens: [
            { name: "a", ...part },
            { name: "b", ...part },
          ],
        },
      ],
    });
    expect(await refusalOf(twice({ id }))).toContain(`service_user_tokens[1].id: ${id} is there twice`);
    const shared = await refusalOf(twice({ secret: secret("s") }));
    expect(shared).toContain("service_user_tokens[1].secret: another token has this secret");
    expect(shared).not.toContain(secret("s"));
    const user = { id: `user_${"e".repeat(32)}` };
    expect(await refusalOf({ organizations: [{ users: [user, user] }] })).toContain("users[1].id");
    const organization = { id: `role_${"e".repeat(32)}` };
    expect(await refusalOf({ organizations: [organization, organization] })).toContain("organizations[1].id");
  });

  test("when it is a file that is not there, or not YAML", async () => {
    expect(await refusalOf("/nowhere/seed.yaml")).toMatch(
      /^\/nowhere\/seed\.yaml: cannot be read .* A seed is the path of a YAML or JSON file/,
    );
    const broken = await seedFile("broken.yaml", "organizations:\n  - name: [x\n");
    expect(await refusalOf(broken)).toMatch(/broken\.yaml: .* at line 3/);
    const list = await seedFile("list.yaml", "- name: Acme\n");
    expect(await refusalOf(list)).toContain("value must be of type object");
  });
});
