import { isUnknown } from "../wire/index.js";
import type { PlanModifier } from "./schema/attribute.js";

/** Keeps the stored value where the configuration does not decide: for values that an update does not change. */
export function useStateForUnknown(): PlanModifier {
  return {
    description: "keeps its value once it is known",
    plan: ({ config, prior, planned }) =>
      prior !== undefined && isUnknown(planned) && !isUnknown(config) ? { value: prior } : undefined,
  };
}

/** Plans a new object instead of an update when the value changes. */
export function requiresReplace(): PlanModifier {
  return {
    description: "a change replaces the object",
    plan: ({ prior, planned }) =>
      prior !== undefined && prior !== planned ? { requiresReplace: true } : undefined,
  };
}
