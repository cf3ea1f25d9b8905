import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { terraformBinary } from "../terraform.js";
import { CHANGES, EMPTY, FAILED, Scene } from "./setup.js";

const TOKEN = "safetyculture_service_user_token.this";

const token = (rotation: string | null, more = ""): string => `
resource "safetyculture_service_user_token" "this" {
  name        = "power-bi"
  permissions = ["inspections.view"]
  ${rotation === null ? "" : `rotation = { ${rotation} }`}
  ${more}
}`;

const unwrapped = (output: string): string => output.replaceAll(/[│╷╵\s]+/g, " ");

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("rotation", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.reattached();
  });
  afterEach(() => scene.close());

  const secret = (): string => String(scene.attributes(TOKEN)["secret"]);
  const works = (apiToken: string): Promise<boolean> =>
    scene.api
      .withApiToken(apiToken)
      .users.whoAmI()
      .then(
        () => true,
        () => false,
      );
  const previous = (): Record<string, string> | null =>
    scene.attributes(TOKEN)["previous"] as Record<string, string> | null;

  test("in place is an update that ends the old secret, says so, and leaves an empty plan", async () => {
    scene.configure(token('keepers = { month = "1" }'));
    await scene.apply();
    const before = scene.attributes(TOKEN);
    scene.configure(token('keepers = { month = "2" }'));
    const plan = await scene.plan();
    expect(plan.output).toContain("Plan: 0 to add, 1 to change, 0 to destroy.");
    expect(unwrapped(plan.output)).toContain(
      "will be rotated: its keepers changed. Its present secret stops working when this is applied",
    );
    await scene.apply();
    const after = scene.attributes(TOKEN);
    expect(after["id"]).toBe(before["id"]);
    expect(Number(after["secret_version"])).toBeGreaterThan(Number(before["secret_version"]));
    expect(await works(String(before["secret"]))).toBe(false);
    expect(await works(secret())).toBe(true);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("does not follow from adding keepers, or removing them", async () => {
    for (const rotation of [
      null,
      'keepers = { a = "1" }',
      "after_days = 90",
      'keepers = { a = "2" }',
      null,
    ]) {
      scene.configure(token(rotation));
      await scene.apply();
    }
    expect(await scene.tokens()).toMatchObject([{ secret_issued_at: "2026-01-01T00:00:00Z" }]);
    const journal = scene.server.journal.entries().map(({ operation }) => String(operation));
    expect(journal.filter((name) => name.endsWith("_RegenerateServiceUserToken"))).toEqual([]);
  });

  test("with overlap leaves the outgoing token working for the grace time, and an apply after it retires it", async () => {
    const rotation = (month: number) =>
      `strategy = "overlap", grace_hours = 48, keepers = { month = "${month}" }`;
    scene.configure(token(rotation(1)));
    await scene.apply();
    const before = scene.attributes(TOKEN);
    scene.configure(token(rotation(2)));
    const plan = await scene.plan();
    expect(plan.output).toContain("Plan: 0 to add, 1 to change, 0 to destroy.");
    expect(unwrapped(plan.output)).toContain("the present secret goes on working for 48 hours");
    await scene.apply();
    expect(scene.attributes(TOKEN)).toMatchObject({ name: "power-bi", status: "active" });
    expect(scene.attributes(TOKEN)["id"]).not.toBe(before["id"]);
    expect(previous()).toMatchObject({
      id: before["id"],
      secret_fingerprint: before["secret_fingerprint"],
      rotated_at: "2026-01-01T00:00:00Z",
      retire_after: "2026-01-03T00:00:00Z",
    });
    expect(await Promise.all([works(String(before["secret"])), works(secret())])).toEqual([true, true]);
    expect((await scene.plan()).exitCode).toBe(EMPTY);

    scene.server.clock.advance({ hours: 47 });
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    scene.server.clock.advance({ hours: 1 });
    const retirement = await scene.plan();
    expect(retirement.exitCode).toBe(CHANGES);
    expect(retirement.output).toMatch(/- previous\s+= \{/);
    await scene.apply();
    expect(previous()).toBeNull();
    expect(await works(String(before["secret"]))).toBe(false);
    expect(await scene.tokens()).toMatchObject([{ name: "power-bi" }]);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("keeps the grace time editable: a longer one extends it, and 0 ends it at the next apply", async () => {
    const rotation = (month: number, hours: number) =>
      `strategy = "overlap", grace_hours = ${hours}, keepers = { month = "${month}" }`;
    scene.configure(token(rotation(1, 24)));
    await scene.apply();
    scene.configure(token(rotation(2, 24)));
    await scene.apply();
    scene.server.clock.advance({ hours: 20 });
    scene.configure(token(rotation(2, 72)));
    await scene.apply();
    expect(previous()).toMatchObject({ retire_after: "2026-01-04T00:00:00Z" });
    const outgoing = (await scene.tokens()).find(({ id }) => id === previous()?.["id"]);
    expect(outgoing?.name).toContain("2026-01-04T00:00:00Z");
    expect(previous()?.["name"]).toBe(outgoing?.name);
    scene.server.clock.advance({ hours: 20 });
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    scene.configure(token(rotation(2, 0)));
    await scene.apply();
    expect(previous()).toBeNull();
    expect(await scene.tokens()).toHaveLength(1);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("by age is due from its day on, and a saved plan holds on both sides of the boundary", async () => {
    const rotation = 'after_days = 30, strategy = "overlap"';
    scene.configure(token(rotation, "inactivity_expiry_days = 180"));
    await scene.apply();
    expect(scene.attributes(TOKEN)["next_rotation_at"]).toBe("2026-01-31T00:00:00Z");
    scene.server.clock.set("2026-01-30T23:59:59Z");
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    // Planned as an edit before the boundary, applied after it: the plan holds, and the next one rotates.
    scene.configure(token(rotation, "inactivity_expiry_days = 60"));
    await scene.workspace.run("plan", "-out=saved");
    scene.server.clock.set("2026-01-31T00:00:00Z");
    const edited = await scene.workspace.run("apply", "saved");
    expect(edited.exitCode, edited.output).toBe(0);
    expect(previous()).toBeNull();
    const plan = await scene.plan("-out=saved");
    expect(unwrapped(plan.output)).toContain("will be rotated: its secret is at least 30 days old");
    scene.server.clock.advance({ days: 1 });
    const rotated = await scene.workspace.run("apply", "saved");
    expect(rotated.exitCode, rotated.output).toBe(0);
    expect(previous()).toMatchObject({ rotated_at: "2026-02-01T00:00:00Z" });
    expect(scene.attributes(TOKEN)["next_rotation_at"]).toBe("2026-03-03T00:00:00Z");
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("by calendar never fails a consumer that calls every hour and fetches its secret once a day", async () => {
    scene.configure(token('after_days = 30, strategy = "overlap", grace_hours = 48'));
    await scene.apply();
    let held = secret();
    let rotations = 0;
    for (let day = 1; day <= 100; day += 1) {
      for (const hour of [8, 16]) {
        scene.server.clock.advance({ hours: 8 });
        expect(await works(held), `day ${day}, hour ${hour}`).toBe(true);
      }
      scene.server.clock.advance({ hours: 8 });
      // A pipeline that applies at night, not every night.
      if (day % 5 === 0) await scene.apply();
      expect(await works(held), `day ${day}`).toBe(true);
      if (secret() !== held) rotations += 1;
      held = secret();
    }
    expect(rotations).toBe(3);
    expect((await scene.tokens()).length).toBeLessThanOrEqual(2);
  });

  test("of a full organization fails without harm, or is done in place when told so", async () => {
    for (let n = 1; n < 20; n += 1) await scene.api.serviceUserTokens.create({ name: `filler ${n}` });
    const rotation = (month: number, full: string) =>
      `strategy = "overlap", when_full = "${full}", keepers = { month = "${month}" }`;
    scene.configure(token(rotation(1, "error")));
    await scene.apply();
    const before = scene.attributes(TOKEN);
    scene.configure(token(rotation(2, "error")));
    const { exitCode, output } = await scene.tryApply();
    expect(exitCode).toBe(FAILED);
    expect(output).toContain("Limit of active tokens reached");
    expect(await works(String(before["secret"]))).toBe(true);
    scene.configure(token(rotation(1, "error")));
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    scene.configure(token(rotation(2, "in_place")));
    await scene.apply();
    expect(scene.attributes(TOKEN)).toMatchObject({ id: before["id"], previous: null });
    expect(await works(secret())).toBe(true);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
  });

  test("that is interrupted between any two of its steps is gone on with by the next apply", async () => {
    const rotation = (month: number) => `strategy = "overlap", keepers = { month = "${month}" }`;
    for (const operation of [
      "ServiceUserTokensService_CreateServiceUserToken",
      "ServiceUserTokensService_UpdateServiceUserToken",
    ] as const) {
      scene.configure(token(rotation(1)));
      await scene.apply();
      scene.server.faults.add({
        operation,
        kind: "status",
        status: 403,
        times: 1,
      });
      scene.configure(token(rotation(2)));
      expect((await scene.tryApply()).exitCode, operation).toBe(FAILED);
      await scene.apply();
      expect(await works(secret()), operation).toBe(true);
      expect(previous()).not.toBeNull();
      expect((await scene.plan()).exitCode, operation).toBe(EMPTY);
      const active = (await scene.tokens()).filter(({ status }) => status.endsWith("_ACTIVE"));
      expect(active.length, operation).toBe(2);
      await scene.destroy();
      expect(await scene.tokens(), operation).toEqual([]);
    }
  });

  test("ends the outgoing token with the token: on destroy, and when it is paused", async () => {
    const rotation = (month: number) => `strategy = "overlap", keepers = { month = "${month}" }`;
    scene.configure(token(rotation(1)));
    await scene.apply();
    const first = secret();
    scene.configure(token(rotation(2)));
    await scene.apply();
    scene.configure(token(rotation(2), "enabled = false"));
    await scene.apply();
    expect(await works(first)).toBe(false);
    expect(await scene.tokens()).toHaveLength(1);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    scene.configure(token(rotation(2)));
    await scene.apply();
    scene.configure(token(rotation(3)));
    await scene.apply();
    expect(await scene.tokens()).toHaveLength(2);
    await scene.destroy();
    expect(await scene.tokens()).toEqual([]);
  });
});
