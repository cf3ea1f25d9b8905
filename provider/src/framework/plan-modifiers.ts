import { isUnknown, type Value, valuesEqual } from "../wire/index.js";
import type { PlanModifier, PlanModifierContext } from "./schema/plan-modifier.js";

/** Keeps the stored value where the configuration does not decide: for values that an update does not change. */
export function useStateForUnknown(): PlanModifier {
  return {
    description: "keeps its value once it is known",
    plan: ({ config, prior, planned }) =>
      prior !== undefined && isUnknown(planned) && !isUnknown(config) ? { value: prior } : undefined,
  };
}

/** Keeps the stored value unless it is null: for values that a later update may still bring. */
export function useNonNullStateForUnknown(): PlanModifier {
  return {
    description: "keeps its value once there is one",
    plan: (context) => (context.prior === null ? undefined : useStateForUnknown().plan(context)),
  };
}

/** Plans a new object instead of an update when the value changes. */
export function requiresReplace(): PlanModifier {
  return requiresReplaceIf("a change replaces the object", () => true);
}

/** Plans a new object when the value changes and the configuration gives it. */
export function requiresReplaceIfConfigured(): PlanModifier {
  return requiresReplaceIf(
    "a change in the configuration replaces the object",
    ({ config }) => config !== null && config !== undefined,
  );
}

/**
 * Plans a new object when the value changes and a condition holds. The condition is not asked while the object is
 * created or when nothing changes.
 */
export function requiresReplaceIf(
  description: string,
  condition: (context: PlanModifierContext) => boolean,
): PlanModifier {
  return {
    description,
    plan: (context) => (changes(context) && condition(context) ? { requiresReplace: true } : undefined),
  };
}

// Plan modifiers are given decoded values only.
const changes = ({ creating, prior, planned, type }: PlanModifierContext): boolean =>
  !creating && !valuesEqual((prior ?? null) as Value, (planned ?? null) as Value, type);
