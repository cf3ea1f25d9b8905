import { l1, OnDestroy, SafetycultureProvider, ServiceUserToken } from "@safetyculture-tokens/provider";
import { App, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { describe, expect, it } from "vitest";

/** The configuration that a program synthesizes to. */
function synthesize(program: (stack: TerraformStack) => void): {
  resource?: Record<string, Record<string, Record<string, unknown>>>;
  provider?: Record<string, Record<string, unknown>[]>;
  output?: Record<string, Record<string, unknown>>;
  terraform?: { required_providers?: Record<string, unknown> };
} {
  const stack = new TerraformStack(new App(), "stack");
  program(stack);
  return JSON.parse(Testing.synth(stack, true));
}

const onlyToken = (synthesized: ReturnType<typeof synthesize>): Record<string, unknown> =>
  Object.values(synthesized.resource?.["safetyculture_service_user_token"] ?? {})[0] ?? {};

const VALID = { name: "power-bi", permissions: ["inspections.view"] };

describe("the service user token construct", () => {
  it("synthesizes to the resource, with permissions sorted and without repetition", () => {
    const synthesized = synthesize((stack) => {
      new SafetycultureProvider(stack, "provider");
      new ServiceUserToken(stack, "token", {
        name: "power-bi",
        inactivityExpiryDays: 60,
        permissions: ["inspections.view", "actions.view", "inspections.view"],
        enabled: false,
        onDestroy: OnDestroy.RETAIN,
        timeouts: { create: "1m" },
        lifecycle: { preventDestroy: true },
      });
    });
    expect(onlyToken(synthesized)).toMatchObject({
      name: "power-bi",
      inactivity_expiry_days: 60,
      permissions: ["actions.view", "inspections.view"],
      enabled: false,
      on_destroy: "retain",
      timeouts: { create: "1m" },
      lifecycle: { prevent_destroy: true },
    });
    expect(synthesized.terraform?.required_providers).toEqual({
      safetyculture: { source: "safetyculture-tokens/safetyculture", version: "~> 0.1" },
    });
  });

  it.each<[string, Partial<ConstructorParameters<typeof ServiceUserToken>[2]>, string]>([
    [
      "an expiry of 30 days",
      { inactivityExpiryDays: 30 },
      "inactivityExpiryDays must be 31, 45, 60 or 180; it is 30.",
    ],
    ["an empty name", { name: "" }, "name must have 1 to 130 characters; it has 0."],
    ["a name of 131 characters", { name: "x".repeat(131) }, "it has 131"],
    ["a name with a tab", { name: "a\tb" }, "control characters"],
    ["no permission", { permissions: [] }, "permissions must name at least one permission"],
    [
      "both ways to give permissions",
      { allPermissions: true },
      "allPermissions and permissions exclude each other",
    ],
  ])("refuses %s at synthesis, naming the property", (_case, props, message) => {
    expect(() => synthesize((stack) => new ServiceUserToken(stack, "token", { ...VALID, ...props }))).toThrow(
      message,
    );
  });

  it("refuses a token without any permission", () => {
    expect(() => synthesize((stack) => new ServiceUserToken(stack, "token", { name: "power-bi" }))).toThrow(
      "permissions must name at least one permission, unless allPermissions is true.",
    );
  });

  it("leaves references to the plan", () => {
    const synthesized = synthesize((stack) => {
      new SafetycultureProvider(stack, "provider");
      const name = new TerraformVariable(stack, "name", { type: "string" });
      const days = new TerraformVariable(stack, "days", { type: "number" });
      const keys = new TerraformVariable(stack, "keys", { type: "set(string)" });
      new ServiceUserToken(stack, "token", {
        name: name.stringValue,
        inactivityExpiryDays: days.numberValue,
        permissions: keys.listValue,
      });
    });
    expect(onlyToken(synthesized)).toMatchObject({
      name: "${var.name}",
      inactivity_expiry_days: "${var.days}",
      permissions: "${var.keys}",
    });
  });

  it("makes its secret a sensitive output", () => {
    const synthesized = synthesize((stack) => {
      new SafetycultureProvider(stack, "provider");
      new ServiceUserToken(stack, "token", VALID).outputSecret("power_bi_token");
    });
    expect(synthesized.output?.["power_bi_token"]).toEqual({
      sensitive: true,
      value: expect.stringMatching(/^\$\{safetyculture_service_user_token\.\w+\.secret\}$/),
    });
  });

  it("uses the provider that it is given", () => {
    const synthesized = synthesize((stack) => {
      new SafetycultureProvider(stack, "main");
      const other = new SafetycultureProvider(stack, "other", {
        alias: "other",
        apiUrl: "https://other.example.com",
      });
      new ServiceUserToken(stack, "token", { ...VALID, provider: other });
    });
    expect(onlyToken(synthesized)).toMatchObject({ provider: "safetyculture.other" });
  });

  it("shows the generated construct underneath", () => {
    synthesize((stack) => {
      new SafetycultureProvider(stack, "provider");
      const token = new ServiceUserToken(stack, "token", VALID);
      expect(token.resource).toBeInstanceOf(l1.serviceUserToken.ServiceUserToken);
      expect(token.node.defaultChild).toBe(token.resource);
    });
  });
});
