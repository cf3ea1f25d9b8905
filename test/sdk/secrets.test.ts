import "../seed.js";
import { format, inspect } from "node:util";
import { Secret } from "@safetyculture-tokens/sdk";
import { Secret as SecretOfSubpath } from "@safetyculture-tokens/sdk/secret";
import fc from "fast-check";
import { expect, test } from "vitest";

const value = "scapi_canary-canary-canary-canary-canary-canary-canary";
const secret = new Secret(value);

test.each([
  ["string conversion", () => String(secret)],
  ["a template literal", () => `${secret}`],
  ["joining an array", () => ["x", secret].join("")],
  ["number conversion", () => String(Number(secret))],
  ["JSON", () => JSON.stringify({ secret, list: [secret] })],
  ["inspect", () => inspect({ secret }, { depth: 10, showHidden: true, getters: true })],
  ["format", () => format("%s %o %O %j %d", secret, secret, secret, secret, secret)],
  ["its own properties", () => JSON.stringify(Reflect.ownKeys(secret))],
  ["spreading", () => inspect({ ...secret })],
  ["structuredClone", () => inspect(structuredClone(secret))],
  ["an error message", () => inspect(new Error(`failed with ${secret}`, { cause: secret }))],
  ["its fingerprint", () => secret.fingerprint()],
  ["localised conversion", () => secret.toLocaleString()],
])("a secret does not show in %s", (_surface, show) => {
  expect(show()).not.toContain("canary");
});

test("only reveal shows a secret", () => {
  expect(secret.reveal()).toBe(value);
});

test("a secret cannot be changed or opened", () => {
  expect(Object.isFrozen(secret)).toBe(true);
  expect(() => Reflect.apply(Secret.prototype.reveal, {}, [])).toThrow(TypeError);
});

test("the fingerprint is the documented one and may be stored", () => {
  expect(new Secret("scapi_example").fingerprint()).toMatch(/^[0-9a-f]{16}$/);
  expect(new Secret("scapi_example").fingerprint()).toBe("725a06c12150174e");
});

test("fingerprints and equality agree on what is the same secret", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const same = a === b;
      expect(new Secret(a).equals(b)).toBe(same);
      expect(new Secret(a).equals(new Secret(b))).toBe(same);
      expect(new Secret(a).fingerprint() === new Secret(b).fingerprint()).toBe(same);
    }),
  );
});

test("the subpath exports the same class", () => {
  expect(SecretOfSubpath).toBe(Secret);
});
