import { Dynamic, unknown, unknownNotNull, type Value } from "../../../provider/src/wire/index.js";
import { isObject } from "./core/values.js";

// Wrong answers by chance: one place of a right answer is replaced by something else.

/** Answers numbers below a limit, the same ones for the same seed. */
export function chance(seed: number): (limit: number) => number {
  let state = seed | 0;
  return (limit) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
  };
}

const REPLACEMENTS: readonly unknown[] = [
  null,
  undefined,
  unknown,
  unknownNotNull,
  "other",
  7,
  2 ** 53,
  true,
  [],
  ["other"],
  [null],
  new Map(),
  new Map([["other", "other"]]),
  {},
  new Dynamic("string", "other"),
  new Date(0),
];

/** The same value with one place changed. */
export function mutate(value: Value, random: (limit: number) => number): unknown {
  const deeper = random(4) > 0;
  if (deeper && isObject(value)) {
    const names = Object.keys(value);
    const name = names[random(names.length || 1)];
    if (name === undefined) return { ...value, other: null };
    if (random(9) === 0) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
    if (random(9) === 0) return { ...value, other: null };
    return { ...value, [name]: mutate(value[name] ?? null, random) };
  }
  if (deeper && Array.isArray(value) && value.length > 0) {
    const at = random(value.length);
    if (random(5) === 0) return value.filter((_item, index) => index !== at);
    if (random(5) === 0) return [...value, value[at]];
    return value.map((item: Value, index) => (index === at ? mutate(item, random) : item));
  }
  if (deeper && value instanceof Map && value.size > 0) {
    const entries = [...(value as ReadonlyMap<string, Value>)];
    const at = random(entries.length);
    return new Map(entries.map(([key, item], index) => [key, index === at ? mutate(item, random) : item]));
  }
  return REPLACEMENTS[random(REPLACEMENTS.length)];
}
