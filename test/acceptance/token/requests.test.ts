import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { terraformBinary } from "../terraform.js";
import { EMPTY, FAILED, Scene } from "./setup.js";

const TOKENS = 8;
const CONFIGURATION = `
resource "safetyculture_service_user_token" "this" {
  count       = ${TOKENS}
  name        = "token \${count.index}"
  permissions = ["inspections.view"]
}`;

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("the provider's requests", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.reattached();
  });
  afterEach(() => scene.close());

  /** What the provider asks for during a command, by operation and without the service's name. */
  async function requests(command: () => Promise<unknown>): Promise<Record<string, number>> {
    scene.server.journal.clear();
    await command();
    const counts: Record<string, number> = {};
    for (const { operation } of scene.server.journal.entries()) {
      const name = String(operation).replace(/^.*_/, "");
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  }

  it("are one list for a refresh of all tokens, and one more for the catalogue where a plan needs it", async () => {
    scene.configure(CONFIGURATION);
    expect(await requests(() => scene.plan())).toEqual({ ListServiceUserTokens: 1, ListPermissions: 1 });
    await scene.apply();
    expect(await requests(async () => expect((await scene.plan()).exitCode).toBe(EMPTY))).toEqual({
      ListServiceUserTokens: 1,
    });
    expect(await requests(() => scene.workspace.run("plan", "-refresh-only"))).toEqual({
      ListServiceUserTokens: 1,
    });
  });

  it("are one per 100 tokens for a refresh", async () => {
    for (let n = 0; n < 201; n += 1) {
      const { token } = await scene.api.serviceUserTokens.create({ name: `old ${n}` });
      await scene.api.serviceUserTokens.revoke(token.id);
    }
    scene.configure(CONFIGURATION);
    await scene.apply();
    expect(await requests(() => scene.workspace.run("plan", "-refresh-only"))).toEqual({
      ListServiceUserTokens: 3,
    });
  });

  it("are one per change of an apply, beside what each phase of Terraform reads once", async () => {
    scene.configure(CONFIGURATION);
    const create = await requests(() => scene.apply());
    const { CreateServiceUserToken, ListPermissions, ListServiceUserTokens, ...others } = create;
    expect({ CreateServiceUserToken, ListPermissions }).toEqual({
      CreateServiceUserToken: TOKENS,
      ListPermissions: 2,
    });
    expect(ListServiceUserTokens).toBeLessThanOrEqual(2 + TOKENS);
    // A token that is created under a key is renamed afterwards, and nothing else is asked for.
    expect(Object.keys(others).filter((name) => name !== "UpdateServiceUserToken")).toEqual([]);
    const { RevokeServiceUserToken, DeleteServiceUserToken, ...reads } = await requests(() =>
      scene.destroy(),
    );
    expect({ RevokeServiceUserToken, DeleteServiceUserToken }).toEqual({
      RevokeServiceUserToken: TOKENS,
      DeleteServiceUserToken: TOKENS,
    });
    // Nothing is ended on the word of a list: each token is asked for by its id first.
    expect(Object.values(reads).reduce((a, b) => a + b)).toBeLessThanOrEqual(TOKENS + 6);
  });

  it("end with the operation's timeout, naming it, and what was done is in the state", async () => {
    const one = (name: string, update: string): string => `
resource "safetyculture_service_user_token" "this" {
  name        = "${name}"
  permissions = ["inspections.view"]
  timeouts    = { update = "${update}" }
}`;
    scene.configure(one("first", "200ms"));
    await scene.apply();
    scene.server.faults.add({
      operation: "ServiceUserTokensService_UpdateServiceUserToken",
      kind: "delay",
      milliseconds: 600_000,
    });
    scene.configure(one("second", "200ms"));
    const { exitCode, output } = await scene.tryApply();
    expect(exitCode).toBe(FAILED);
    expect(output).toContain("Error: Timed out");
    expect(output.replaceAll(/[│\s]+/g, " ")).toContain("The update operation took longer than 0.2 seconds");
    scene.server.faults.clear();
    scene.configure(one("second", "10m"));
    await scene.apply();
    expect(await scene.tokens()).toMatchObject([{ name: "second" }]);
  });

  it("end with the timeout of a read as well", async () => {
    scene.configure(`${CONFIGURATION.replace(/\n}$/, '\n  timeouts = { read = "300ms" }\n}')}`);
    await scene.apply();
    const [token] = await scene.tokens();
    await scene.api.serviceUserTokens.revoke(token?.id ?? "");
    await scene.api.serviceUserTokens.delete(token?.id ?? "");
    scene.server.faults.add({
      operation: "ServiceUserTokensService_GetServiceUserToken",
      kind: "delay",
      milliseconds: 600_000,
    });
    const { exitCode, output } = await scene.plan();
    expect(exitCode).toBe(FAILED);
    expect(output.replaceAll(/[│\s]+/g, " ")).toContain("The read operation took longer than 0.3 seconds");
  });
});
