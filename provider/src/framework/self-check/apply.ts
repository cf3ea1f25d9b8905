import {
  canonicalKey,
  Dynamic,
  fit,
  formatPath,
  isArray,
  isUnknown,
  type Member,
  type ObjectValue,
  type Path,
  type Type,
  typeToJson,
  type Value,
  valuesEqual,
} from "../../wire/index.js";
import type { Attributes } from "../schema/attribute.js";
import { objectType } from "../schema/type.js";
import { isNull } from "../shape.js";
import { brokenPromises } from "./refinement.js";
import type { Violation } from "./violation.js";

/**
 * What core would refuse of a new state that can be stored: it must be the planned one wherever the plan was known, and
 * what the plan left open must keep the plan's promises.
 */
export const applyViolations = (
  attributes: Attributes,
  planned: ObjectValue,
  state: ObjectValue,
): Violation[] => differences(objectType(attributes), planned, state, []);

function differences(type: Type, planned: Value, actual: Value, path: Path): Violation[] {
  if (isUnknown(planned)) return brokenPromises(planned, actual).map((rule) => ({ path, rule }));
  if (planned === actual || (isNull(planned) && isNull(actual))) return [];
  if (isNull(planned)) return [{ path, rule: "it was planned as null, and now has a value" }];
  if (isNull(actual)) return [{ path, rule: "it was planned with a value, and now is null" }];
  if (planned instanceof Dynamic) {
    return actual instanceof Dynamic && typeToJson(planned.type) === typeToJson(actual.type)
      ? differences(planned.type, planned.value, actual.value, path)
      : [{ path, rule: "it was planned with another type" }];
  }
  if (typeof type === "string") {
    return valuesEqual(planned, actual, type)
      ? []
      : [{ path, rule: "the new value must be the planned one" }];
  }
  if ("set" in type) {
    return valuesEqual(planned, actual, type) ? [] : inSet(type.set, planned, actual, path);
  }
  return inMembers(membersOf(planned, type), membersOf(actual, type), path);
}

/** Lists, maps, tuples and objects keep their members, and each member its value. */
function inMembers(planned: readonly Member[], actual: readonly Member[], path: Path): Violation[] {
  const name = (member: Member): string => formatPath([member.step]);
  const found = new Map(actual.map((member) => [name(member), member]));
  const known = new Set(planned.map(name));
  const appeared = actual.filter((member) => !known.has(name(member)));
  return [
    ...planned.flatMap((member) => {
      const here = [...path, member.step];
      const counterpart = found.get(name(member));
      return counterpart
        ? differences(member.type, member.value, counterpart.value, here)
        : [{ path: here, rule: "it was planned, and now is gone" }];
    }),
    ...appeared.map(({ step }) => ({ path: [...path, step], rule: "it was not planned, and now is there" })),
  ];
}

/** Elements of sets have no names: each one must correspond to one on the other side, and none may be added. */
function inSet(element: Type, planned: Value, actual: Value, path: Path): Violation[] {
  const before = arrayOf(planned);
  // Terraform takes an element that is answered twice for one.
  const after = [...new Map(arrayOf(actual).map((item) => [canonicalKey(item, element), item])).values()];
  const correspond = (a: Value, b: Value): boolean => differences(element, a, b, []).length === 0;
  // Mostly they come in the same order, and need not be looked for.
  if (
    before.length === after.length &&
    before.every((item, index) => correspond(item, after[index] ?? null))
  ) {
    return [];
  }
  const lost = before.filter((item) => !after.some((other) => correspond(item, other)));
  const gained = after.filter((item) => !before.some((other) => correspond(other, item)));
  const violations = [
    ...lost.map((item) => ({ path: [...path, { element: item }], rule: "it was planned, and now is gone" })),
    ...gained.map((item) => ({
      path: [...path, { element: item }],
      rule: "it was not planned, and now is there",
    })),
  ];
  if (violations.length === 0 && after.length > before.length) {
    violations.push({ path: [...path], rule: "the set has more elements than planned" });
  }
  return violations;
}

const arrayOf = (value: Value): readonly Value[] => (isArray(value) ? value : []);

function membersOf(value: Value, type: Type): readonly Member[] {
  const fitted = fit(value, type);
  return fitted.kind === "sequence" || fitted.kind === "record" ? fitted.members : [];
}
