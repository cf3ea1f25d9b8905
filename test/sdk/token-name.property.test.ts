import "../seed.js";
import { isSameName, newCreatingKey, parseTokenName } from "@safetyculture-tokens/sdk";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCreatingName, formatRetiringName, isBaseOf, isCut } from "../../sdk/src/tokens/token-name.js";

const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 130 })
  .map((text) => [...text.replace(/\p{C}/gu, "x")].slice(0, 130).join("").trim())
  .filter((text) => text !== "");
const time = fc.integer({ min: 0, max: Date.UTC(2999, 0) / 1000 }).map((seconds) => seconds * 1000);

test("the name of a create tells its key, whose place it takes, and whose name it is to have, within 130 characters", () => {
  fc.assert(
    fc.property(name, fc.option(fc.uuid(), { nil: undefined }), (wanted, replaces) => {
      const key = newCreatingKey();
      const made = formatCreatingName(wanted, key, replaces);
      expect([...made].length).toBeLessThanOrEqual(130);
      const parsed = parseTokenName(made);
      expect(parsed).toMatchObject({ kind: "creating", key, replaces: replaces?.slice(0, 8) });
      expect(isBaseOf(parsed.base, wanted)).toBe(true);
      if (!isCut(parsed.base)) expect(isSameName(parsed.base, wanted)).toBe(true);
    }),
  );
});

test("the name of an outgoing token tells when it is retired and by whom it is replaced, within 130 characters", () => {
  fc.assert(
    fc.property(name, time, fc.uuid(), (wanted, retireAfter, successor) => {
      const made = formatRetiringName(wanted, retireAfter, successor);
      expect([...made].length).toBeLessThanOrEqual(130);
      const parsed = parseTokenName(made);
      if (parsed.kind !== "retiring") throw new Error("retiring");
      expect(Date.parse(parsed.retireAfter)).toBe(retireAfter);
      expect(parsed.replacedBy).toBe(successor.slice(0, 8));
      expect(isBaseOf(parsed.base, wanted)).toBe(true);
    }),
  );
});

test("two names never share a base, however long their common beginning is", () => {
  fc.assert(
    fc.property(name, name, fc.nat(125), (one, other, common) => {
      const long = "x".repeat(common);
      const [a, b] = [long + one, long + other].map((text) => [...text].slice(0, 130).join(""));
      if (a === undefined || b === undefined) throw new Error("two names");
      const key = newCreatingKey();
      expect(isBaseOf(parseTokenName(formatCreatingName(a, key)).base, b)).toBe(isSameName(a, b));
    }),
  );
});

test("a name is read however a server normalizes or trims it", () => {
  const key = newCreatingKey();
  const made = formatCreatingName("caf\u00e9 ", key);
  for (const spelled of [made.normalize("NFD"), ` ${made} `]) {
    const parsed = parseTokenName(spelled);
    expect(parsed).toMatchObject({ kind: "creating", key });
    expect(isBaseOf(parsed.base, "cafe\u0301")).toBe(true);
  }
});

test.each([
  "power-bi",
  "power-bi (creating)",
  "power-bi (creating 7q2m9kx4tb)",
  "power-bi (creating 7Q2M9KX4TB) again",
  "power-bi (retires soon, replaced by 01234567)",
  "power-bi (retires 2026-13-01T00:00:00Z, replaced by 01234567)",
  "power-bi (retires 2026-01-01T00:00:00Z)",
])("%s is a name like any other", (plain) => {
  expect(parseTokenName(plain)).toEqual({ kind: "plain", base: plain });
});
