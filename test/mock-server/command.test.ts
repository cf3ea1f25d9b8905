import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Api } from "./support/api.js";
import { Command, run } from "./support/command.js";
import { scratchFolder } from "./support/scratch.js";

describe("safetyculture-mock-server", () => {
  test("says on one line of stdout where it listens and which credentials it takes", async () => {
    const command = new Command(["--random-seed", "5", "--clock", "2026-01-01T00:00:00Z", "--frozen"]);
    const ready = await command.ready();
    expect(ready).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      api_token: expect.stringMatching(/^scapi_[A-Za-z0-9_-]{48}$/),
      organizations: [
        { id: expect.stringMatching(/^role_/), name: "Organization 1", api_token: ready.api_token },
      ],
    });
    const admin = new Api(ready.url, ready.api_token);
    const { service_user_token } = await admin.create({ name: "one" });
    expect(service_user_token.created_at).toBe("2026-01-01T00:00:00Z");
    const { stdout } = await command.ended("SIGTERM");
    expect(stdout).toBe(`${JSON.stringify(ready)}\n`);
  });

  test("logs requests to stderr, without secrets, unless it is quiet", async () => {
    const [loud, quiet] = [new Command([]), new Command(["--quiet"])];
    for (const command of [loud, quiet]) {
      const { url, api_token } = await command.ready();
      await new Api(url, api_token).send("GET", `/identity/v1/service_user_tokens/${api_token}`);
    }
    const { stderr } = await loud.ended("SIGTERM");
    expect(stderr).toMatch(
      /^\S+ GET \/identity\/v1\/service_user_tokens\/scapi_\[redacted\] 400 ServiceUserTokensService_GetServiceUserToken\n$/,
    );
    expect((await quiet.ended("SIGTERM")).stderr).toBe("");
  });

  test.for([
    "SIGINT",
    "SIGTERM",
  ] as const)("ends cleanly with %s, also with a call that waits", async (signal) => {
    const command = new Command(["--quiet"]);
    const { url, api_token } = await command.ready();
    const operation = "PermissionsService_ListPermissions";
    await new Api(`${url}/_mock`, "").send("PUT", "/faults", {
      faults: [{ operation, kind: "delay", milliseconds: 600_000 }],
    });
    const call = new Api(url, api_token).status().catch(() => "cut");
    const requests = () => fetch(`${url}/_mock/requests`).then((response) => response.text());
    await expect.poll(requests).toContain(operation);
    expect(await command.ended(signal)).toMatchObject({ code: 0, stderr: "" });
    expect(await call).toBe("cut");
  });

  test("answers --help and --version on stdout", async () => {
    expect(await run("--help")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("--state FILE"),
      stderr: "",
    });
    expect(await run("--version")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  test.for([
    [["--port", "eighty"], '--port must be a whole number up to 65535, not "eighty"'],
    [["--port", "65536"], '--port must be a whole number up to 65535, not "65536"'],
    [["--random-seed", "-1"], "see --help"],
    [["--prot", "80"], "Unknown option '--prot'; see --help"],
    [["file.yaml"], "Unexpected argument 'file.yaml'"],
  ] as const)("refuses %j in one line", async ([args, problem]) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(problem);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test("says in one line when the port is in use", async () => {
    const { url } = await new Command(["--quiet"]).ready();
    const { port } = new URL(url);
    expect(await run("--port", port)).toEqual({
      code: 1,
      stdout: "",
      stderr: `safetyculture-mock-server: the port ${port} is in use; choose another with --port, or 0 for a free one\n`,
    });
  });

  test("says in one line what is wrong with a seed, a time or an address", async () => {
    const seed = join(await scratchFolder(), "seed.yaml");
    await writeFile(seed, "organizations:\n  - nam: Acme\n");
    const failures = await Promise.all([
      run("--seed", seed),
      run("--clock", "yesterday"),
      run("--host", "192.0.2.1"),
    ]);
    expect(failures.map(({ code, stdout }) => [code, stdout])).toEqual(failures.map(() => [1, ""]));
    expect(failures.map(({ stderr }) => stderr)).toEqual([
      `safetyculture-mock-server: ${seed}: organizations[0].nam: there is no such field\n`,
      'safetyculture-mock-server: "yesterday" is not a time; write it as 2026-01-31T12:00:00Z\n',
      "safetyculture-mock-server: the address of --host is not one of this machine\n",
    ]);
  });

  test("warns when it can be reached from other machines, and only then", async () => {
    const open = new Command(["--host", "0.0.0.0", "--quiet"]);
    const closed = new Command(["--host", "localhost", "--quiet"]);
    await Promise.all([open.ready(), closed.ready()]);
    expect((await open.ended("SIGTERM")).stderr).toMatch(/^warning: .* can be reached from other machines/);
    expect((await closed.ended("SIGTERM")).stderr).toBe("");
  });

  test("turns assumptions round and limits rates when asked to", async () => {
    const args = ["--unique-names", "--regenerate-expired", "--revoked-count", "--rate-limit", "--quiet"];
    const { url, api_token } = await new Command(args).ready();
    const admin = new Api(url, api_token);
    await admin.create({ name: "same" });
    const refused = await admin.send("POST", "/identity/v1/service_user_tokens", { name: "same" });
    expect([refused.status, refused.headers.get("x-ratelimit-remaining")]).toEqual([409, "198"]);
  });
});
