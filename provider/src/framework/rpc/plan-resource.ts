import type { PlanResourceChange_Request, PlanResourceChange_Response } from "../../wire/gen/tfplugin6.js";
import { formatPath, type ObjectValue, type Path, valuesEqual } from "../../wire/index.js";
import { type Diagnostics, pathToProtocol } from "../diagnostics.js";
import { applyPlanModifiers, markComputedUnknown, withDefaults } from "../planning.js";
import type { AnyResource } from "../provider.js";
import type { OperationContext } from "../resource.js";
import { objectType } from "../schema/type.js";
import { describeViolations, planViolations } from "../self-check.js";
import { readObject, writeObject } from "../values.js";

/** Plans one change: configuration and prior state in, the promised outcome out. */
export async function planResource(
  resource: AnyResource<unknown>,
  request: PlanResourceChange_Request,
  operation: (diagnostics: Diagnostics) => OperationContext<unknown>,
  diagnostics: Diagnostics,
): Promise<PlanResourceChange_Response> {
  const { attributes } = resource.schema;
  const proposed = readObject(attributes, request.proposedNewState);
  const prior = readObject(attributes, request.priorState);
  const config = readObject(attributes, request.config);
  const unchanged = { plannedPrivate: request.priorPrivate };
  if (!proposed || !config) {
    if (prior) await resource.planDestroy?.({ ...operation(diagnostics), state: prior as never });
    return { ...unchanged, plannedState: writeObject(attributes, undefined) };
  }

  let plan = withDefaults(attributes, proposed, config);
  if (!prior || !valuesEqual(plan, prior, objectType(attributes)))
    plan = markComputedUnknown(attributes, plan, config);
  const replace = new Map<string, Path>();
  const requiresReplace = (path: Path): void => void replace.set(formatPath(path), path);
  plan = applyPlanModifiers(attributes, plan, config, prior, requiresReplace);
  if (resource.modifyPlan) {
    plan = (await resource.modifyPlan({
      ...operation(diagnostics),
      config: config as never,
      prior: prior as never,
      plan: plan as never,
      requiresReplace,
    })) as ObjectValue;
  }
  const violations = planViolations(attributes, plan, config, prior);
  if (violations.length > 0) {
    diagnostics.error("Invalid plan withheld", describeViolations(violations), violations[0]?.path);
    return { ...unchanged, plannedState: writeObject(attributes, proposed) };
  }
  return {
    ...unchanged,
    plannedState: writeObject(attributes, plan),
    requiresReplace: prior ? [...replace.values()].map(pathToProtocol) : [],
  };
}
