import type { ObjectValue, Path, Value } from "../../wire/index.js";
import type { Diagnostics } from "../diagnostics.js";
import type { PrivateState } from "../private-state.js";
import type { Attributes } from "../schema/attribute.js";
import { attributeType } from "../schema/type.js";
import { mapAttributes } from "../walk.js";

interface Options {
  readonly plan: ObjectValue;
  readonly config: ObjectValue;
  readonly prior: ObjectValue | undefined;
  readonly diagnostics: Diagnostics;
  readonly privateState: PrivateState;
  readonly requiresReplace: (path: Path) => void;
}

/** Applies the plan modifiers of every attribute, parents first, and collects what asks for replacement. */
export function applyPlanModifiers(attributes: Attributes, options: Options): ObjectValue {
  const { plan, config, prior, diagnostics, privateState, requiresReplace } = options;
  return mapAttributes(attributes, { value: plan, config, prior }, (place) => {
    const { attribute, path } = place;
    let planned = place.value;
    for (const modifier of attribute.planModifiers ?? []) {
      const change = modifier.plan({
        path,
        type: attributeType(attribute),
        config: place.config,
        prior: place.prior,
        planned,
        creating: prior === undefined,
        diagnostics,
        privateState,
      });
      // What a modifier plans is held against the schema with the rest of the plan.
      if (change && "value" in change) planned = change.value as Value;
      if (change?.requiresReplace) requiresReplace(path);
    }
    return planned;
  });
}
