import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { terraformBinary } from "../terraform.js";
import { FAILED, Scene } from "./setup.js";

const VALID = { name: '"power-bi"', permissions: '["inspections.view"]' };

/** A resource with these arguments on top of valid ones; `null` leaves one out. */
function resource(values: Readonly<Record<string, string | null>>): string {
  const lines = Object.entries({ ...VALID, ...values })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `  ${name} = ${value}`);
  return `resource "safetyculture_service_user_token" "this" {\n${lines.join("\n")}\n}\n`;
}

/** Terraform wraps and frames its messages: compares as one line of words. */
const unwrapped = (output: string): string => output.replaceAll(/[│╷╵\s]+/g, " ");

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("a plan refuses", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.reattached();
  });
  afterAll(() => scene.close());

  it.each([
    [
      "an expiry of 30 days",
      { inactivity_expiry_days: "30" },
      "30 is not one of 31, 45, 60 or 180",
      "inactivity_expiry_days = 30",
    ],
    [
      "an expiry of half a day",
      { inactivity_expiry_days: "31.5" },
      "Whole number required",
      "inactivity_expiry_days = 31.5",
    ],
    ["an empty name", { name: '""' }, "must be 1 to 130 characters long; it has 0", 'name = ""'],
    ["a name of 131 characters", { name: `"${"x".repeat(131)}"` }, "it has 131", "name ="],
    [
      "a name with a line break",
      { name: '"a\\nb"' },
      "Character 2 of the text is a control character",
      'name = "a\\nb"',
    ],
    ["no permission", { permissions: "[]" }, "A token has at least one permission", "permissions = []"],
    ["a null among the permissions", { permissions: "[null]" }, "An element is null", "permissions = [null]"],
    ["both ways to give permissions", { all_permissions: "true" }, "both set", "all_permissions = true"],
    ["neither way to give permissions", { permissions: null }, "A token needs permissions", "resource"],
    [
      "all_permissions = false alone",
      { permissions: null, all_permissions: "false" },
      "A token needs permissions",
      "all_permissions = false",
    ],
    [
      "an unknown way to destroy",
      { on_destroy: '"burn"' },
      'is not one of "delete", "revoke" or "retain"',
      'on_destroy = "burn"',
    ],
    [
      "a timeout that is no duration",
      { timeouts: '{\n    create = "soon"\n  }' },
      "is not a duration",
      'create = "soon"',
    ],
    [
      "a value for what the provider decides",
      { secret: '"x"' },
      "The provider decides the value of this attribute; remove it",
      'secret = "x"',
    ],
    ["a name that is no text", { name: "[]" }, "string required", "name = []"],
  ])("%s, at its line", async (_case, values, message, line) => {
    scene.configure(resource(values));
    const { exitCode, output } = await scene.plan();
    expect(exitCode).toBe(FAILED);
    expect(unwrapped(output)).toContain(message);
    expect(unwrapped(output)).toContain(line);
    expect(output.match(/Error:/g)).toHaveLength(1);
    expect(await scene.tokens()).toEqual([]);
  });

  it("an unknown permission, with the nearest names", async () => {
    scene.configure(resource({ permissions: '["inspections.veiw", "actions.view"]' }));
    const { exitCode, output } = await scene.plan();
    expect(exitCode).toBe(FAILED);
    expect(unwrapped(output)).toContain('"inspections.veiw": did you mean "inspections.view"');
    expect(output).toMatch(/permissions = \["inspections\.veiw"/);
    expect(output).not.toMatch(/"actions\.view": did you mean/);
  });

  it("the edit of a paused token, and keeps its state", async () => {
    scene.configure(resource({ enabled: "false" }));
    await scene.apply();
    scene.configure(resource({ enabled: "false", name: '"renamed"' }));
    const { exitCode, output } = await scene.plan();
    expect(exitCode).toBe(FAILED);
    expect(unwrapped(output)).toContain("A paused token cannot be edited");
    expect(output).toMatch(/name = "renamed"/);
    scene.configure(resource({ enabled: "false" }));
    expect((await scene.plan()).exitCode).toBe(0);
  });
});
