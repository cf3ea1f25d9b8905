import {
  compareNumbers,
  Decimal,
  Dynamic,
  isUnknown,
  type Path,
  type Type,
  typeToJson,
  type Unknown,
  type Value,
  valuesEqual,
} from "../../../../provider/src/wire/index.js";
import { distinct, elementOf, entries, type Finding, isNull, isObject, items } from "./values.js";

// Core's check that a new value is the planned one, wherever the plan was known.

export function assertCompatible(type: Type, planned: Value, actual: Value, path: Path = []): Finding[] {
  if (isUnknown(planned)) return isUnknown(actual) ? [] : refinementsKept(planned, actual, path);
  if (isUnknown(actual)) return [{ path, text: "was known, but now unknown" }];
  if (isNull(planned) && isNull(actual)) return [];
  if (isNull(planned)) return [{ path, text: "was absent, but now present" }];
  if (isNull(actual)) return [{ path, text: "was present, but now absent" }];
  if (planned instanceof Dynamic || actual instanceof Dynamic) {
    const same =
      planned instanceof Dynamic &&
      actual instanceof Dynamic &&
      typeToJson(planned.type) === typeToJson(actual.type);
    return same
      ? assertCompatible(planned.type, planned.value, actual.value, path)
      : [{ path, text: "wrong final value type" }];
  }
  if (typeof type === "string") {
    return valuesEqual(planned, actual, type) ? [] : [{ path, text: "was …, but now …" }];
  }
  if ("object" in type) {
    return Object.entries(type.object).flatMap(([name, inner]) =>
      assertCompatible(
        inner,
        isObject(planned) ? (planned[name] ?? null) : null,
        isObject(actual) ? (actual[name] ?? null) : null,
        [...path, { attribute: name }],
      ),
    );
  }
  if ("map" in type) {
    const [before, after] = [entries(planned), entries(actual)];
    return [
      ...[...before].flatMap(([key, value]) =>
        after.has(key)
          ? assertCompatible(type.map, value, after.get(key) ?? null, [...path, { key }])
          : [{ path, text: `element ${JSON.stringify(key)} has vanished` }],
      ),
      ...[...after.keys()]
        .filter((key) => !before.has(key))
        .map((key) => ({ path, text: `new element ${JSON.stringify(key)} has appeared` })),
    ];
  }
  if ("set" in type) return setsCompatible(type.set, items(planned), items(actual), path);
  const [before, after] = [items(planned), items(actual)];
  if (before.length !== after.length) return [{ path, text: "the number of elements has changed" }];
  return before.flatMap((value, index) =>
    assertCompatible(elementOf(type), value, after[index] ?? null, [...path, { index }]),
  );
}

function setsCompatible(
  element: Type,
  planned: readonly Value[],
  actual: readonly Value[],
  path: Path,
): Finding[] {
  const [before, after] = [distinct(planned, element), distinct(actual, element)];
  const fits = (a: Value, b: Value): boolean => assertCompatible(element, a, b).length === 0;
  const lost = before.some((value) => !after.some((other) => fits(value, other)));
  const gained = after.some((value) => !before.some((other) => fits(other, value)));
  if (lost) return [{ path, text: "planned set element does not correlate with any element in actual" }];
  if (gained) return [{ path, text: "actual set element does not correlate with any element in plan" }];
  return after.length > before.length ? [{ path, text: "length changed" }] : [];
}

function refinementsKept({ refinement = {} }: Unknown, actual: Value, path: Path): Finding[] {
  const broken = (text: string): Finding[] => [{ path, text: `final value breaks a refinement: ${text}` }];
  if (actual === null) return refinement.notNull ? broken("not null") : [];
  const { stringPrefix, numberMin, numberMax, lengthMin = 0, lengthMax = Infinity } = refinement;
  if (typeof actual === "string" && stringPrefix !== undefined && !actual.startsWith(stringPrefix)) {
    return broken("prefix");
  }
  if (typeof actual === "number" || actual instanceof Decimal) {
    const low = numberMin ? compareNumbers(actual, numberMin.value) : 1;
    const high = numberMax ? compareNumbers(actual, numberMax.value) : -1;
    if (low < 0 || (low === 0 && !numberMin?.inclusive)) return broken("minimum");
    if (high > 0 || (high === 0 && !numberMax?.inclusive)) return broken("maximum");
  }
  const length = Array.isArray(actual) ? actual.length : actual instanceof Map ? actual.size : undefined;
  return length !== undefined && (length < lengthMin || length > lengthMax) ? broken("length") : [];
}
