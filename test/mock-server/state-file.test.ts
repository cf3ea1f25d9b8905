import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StateFileError, startMockServer } from "@safetyculture-tokens/mock-server";
import { describe, expect, test } from "vitest";
import { Api } from "./support/api.js";
import { Command } from "./support/command.js";
import { scratchFolder } from "./support/scratch.js";
import { startServer } from "./support/server.js";

describe("a state file", () => {
  test("keeps tokens, secrets, people, activity log and clock over a restart", async () => {
    const state = join(await scratchFolder(), "state.json");
    const first = await startServer({ state });
    const { secret, service_user_token: token } = await first.admin.create({ name: "kept" });
    first.server.clock.advance({ days: 10 });
    await first.server.close();
    const { server, admin } = await startServer({ state, seed: 99, clock: "2020-01-01T00:00:00Z" });
    expect([String(server.clock), server.clock.frozen]).toEqual(["2026-01-11T00:00:00Z", true]);
    expect(await admin.get(token.id)).toEqual(token);
    expect([await admin.as(secret).status(), await admin.as(first.admin.secret).status()]).toEqual([
      200, 200,
    ]);
    const events = await admin.activities({ filters: { event_types: ["service_user_token.created"] } });
    expect(events.activities).toMatchObject([{ metadata: { name: "kept" } }]);
    expect(server.organizations[0]?.id).toBe(token.organisation_id);
  });

  test("has the time go on while no server runs, unless the clock is frozen", async () => {
    const state = join(await scratchFolder(), "state.json");
    const first = await startMockServer({ state, clock: "2026-01-01T00:00:00Z" });
    await first.close();
    const [header = "", body = ""] = (await readFile(state, "utf8")).split("\n");
    const hourAgo = { ...JSON.parse(header), saved_at: Date.now() - 3_600_000 };
    await writeFile(state, `${JSON.stringify(hourAgo)}\n${body}\n`);
    await using second = await startMockServer({ state });
    expect(second.clock.now()).toBeGreaterThanOrEqual(Date.parse("2026-01-01T01:00:00Z"));
  });

  test("has no secret, can be read by its owner only, and leaves nothing beside it", async () => {
    const folder = await scratchFolder();
    const state = join(folder, "state.json");
    const { server, admin } = await startServer({ state });
    const { secret } = await admin.create({ name: "one" });
    await server.close();
    const text = await readFile(state, "utf8");
    for (const hidden of [secret, admin.secret, "scapi_"]) expect(text).not.toContain(hidden);
    expect((await stat(state)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["state.json"]);
  });

  test.for([
    ["empty", () => ""],
    ["something else", () => '{"tokens":[]}\n'],
    ["cut off", (whole: string) => whole.slice(0, whole.length / 2)],
    ["changed by one letter", (whole: string) => whole.replace("kept", "kapt")],
    ["without its first line", (whole: string) => whole.split("\n").slice(1).join("\n")],
  ] as const)("that is %s is refused, and left as it is", async ([, damage]) => {
    const folder = await scratchFolder();
    const state = join(folder, "state.json");
    const { server, admin } = await startServer({ state });
    await admin.create({ name: "kept" });
    await server.close();
    const damaged = damage(await readFile(state, "utf8"));
    await writeFile(state, damaged);
    const start = startMockServer({ state });
    await expect(start).rejects.toThrow(StateFileError);
    await expect(start).rejects.toThrow(
      /state\.json is damaged: .* It is left as it is; delete it or name another file/,
    );
    expect([await readFile(state, "utf8"), await readdir(folder)]).toEqual([damaged, ["state.json"]]);
  });

  test("serves one server at a time", async () => {
    const state = join(await scratchFolder(), "state.json");
    const command = new Command(["--state", state, "--quiet"]);
    await command.ready();
    await expect(startMockServer({ state })).rejects.toThrow(`is in use by process ${command.process.pid}`);
    await command.ended("SIGKILL");
    await using after = await startMockServer({ state });
    expect(after.organizations).toHaveLength(1);
  });

  test("in a folder that is not there is refused", async () => {
    const state = join(await scratchFolder(), "missing", "state.json");
    await expect(startMockServer({ state })).rejects.toThrow(StateFileError);
  });

  test("that can no longer be written is a 500 that says so", async () => {
    const folder = await scratchFolder();
    const server = await startMockServer({ state: join(folder, "state.json") });
    await rm(folder, { recursive: true });
    const answer = await new Api(server.url, server.apiToken).send(
      "POST",
      "/identity/v1/service_user_tokens",
      {
        name: "may be lost",
      },
    );
    expect([answer.status, answer.body.code, answer.body.message]).toEqual([
      500,
      13,
      expect.stringContaining("state.json cannot be written"),
    ]);
    expect(server.journal.entries()).toMatchObject([{ status: 500, reason: "INTERNAL" }]);
    await expect(server.close()).rejects.toThrow(StateFileError);
  });

  test("has every answered change after a kill at any moment", async () => {
    const state = join(await scratchFolder(), "state.json");
    const answered = new Map<string, string>();
    for (const [round, enough] of [2, 5, 3, 11, 8].entries()) {
      const command = new Command(["--state", state, "--quiet", "--random-seed", "7"]);
      const { url, api_token } = await command.ready();
      const admin = new Api(url, api_token);
      const { service_user_tokens } = await admin.list("?page_size=100");
      expect(service_user_tokens.map(({ id }) => id)).toEqual(expect.arrayContaining([...answered.keys()]));
      for (const [id, secret] of answered) {
        expect(await admin.as(secret).status()).toBe(200);
        await admin.revoke(id);
        await admin.delete(id);
        answered.delete(id);
      }
      const create = async () => {
        for (;;) {
          const { service_user_token, secret } = await admin.create({ name: `round ${round}` });
          answered.set(service_user_token.id, secret);
        }
      };
      const writers = [create(), create()].map((writer) => writer.catch(() => undefined));
      await expect.poll(() => answered.size, { interval: 1 }).toBeGreaterThanOrEqual(enough);
      await command.ended("SIGKILL");
      await Promise.all(writers);
    }
  });
});
