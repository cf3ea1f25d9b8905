import type { PlanResourceChange_Request, PlanResourceChange_Response } from "../../wire/gen/tfplugin6.js";
import { formatPath, type ObjectValue, type Path, valuesEqual } from "../../wire/index.js";
import type { Call } from "../call.js";
import { Diagnostics, pathToProtocol } from "../diagnostics.js";
import { withDefaults } from "../planning/defaults.js";
import { keepEquivalent } from "../planning/equivalence.js";
import { applyPlanModifiers } from "../planning/modifiers.js";
import { refuseRepetition } from "../planning/repetition.js";
import { proposeSets } from "../planning/sets.js";
import { markComputedUnknown } from "../planning/unknowns.js";
import { PrivateStore } from "../private-state.js";
import type { AnyResource } from "../provider.js";
import { objectType } from "../schema/type.js";
import { planViolations, replacementViolations } from "../self-check/plan.js";
import { withheld } from "../self-check/violation.js";
import { validateConfig } from "../validation.js";
import { readObject, writeObject } from "../values.js";

/** Plans one change: configuration and prior state in, the promised outcome out. */
export async function planResource(
  resource: AnyResource<unknown>,
  request: PlanResourceChange_Request,
  call: Call,
): Promise<PlanResourceChange_Response> {
  const { attributes } = resource.schema;
  const proposed = readObject(attributes, request.proposedNewState);
  const prior = readObject(attributes, request.priorState);
  const config = readObject(attributes, request.config);
  call.mask(attributes, prior, config, proposed);
  const privateState = new PrivateStore(request.priorPrivate);
  const deferralAllowed = call.deferralAllowed(request.clientCapabilities);

  if (!proposed || !config) {
    return call.orDeferred<PlanResourceChange_Response>(
      deferralAllowed,
      async () => {
        if (prior) await resource.planDestroy?.({ ...call.operation(), state: prior as never, privateState });
        return { plannedState: writeObject(attributes, undefined), plannedPrivate: privateState.bytes() };
      },
      (deferral) => ({
        plannedState: writeObject(attributes, undefined),
        plannedPrivate: Buffer.from(request.priorPrivate ?? []),
        deferred: deferral.toProtocol(),
      }),
    );
  }
  const draft = withDefaults(attributes, proposeSets(attributes, proposed, config, prior), config);
  return call.orDeferred<PlanResourceChange_Response>(
    deferralAllowed,
    () => planChange(resource, { draft, prior, config, privateState, deferralAllowed }, call),
    (deferral) => ({
      plannedState: writeObject(attributes, markComputedUnknown(attributes, draft, config)),
      plannedPrivate: Buffer.from(request.priorPrivate ?? []),
      deferred: deferral.toProtocol(),
    }),
  );
}

interface Change {
  /** What Terraform proposes, with defaults and without write-only values. */
  readonly draft: ObjectValue;
  readonly prior: ObjectValue | undefined;
  readonly config: ObjectValue;
  readonly privateState: PrivateStore;
  readonly deferralAllowed: boolean;
}

async function planChange(
  resource: AnyResource<unknown>,
  { draft, prior, config, privateState, deferralAllowed }: Change,
  call: Call,
): Promise<PlanResourceChange_Response> {
  const { attributes } = resource.schema;
  refuseInvalid(resource, config, call);
  if (call.diagnostics.hasError) return { plannedState: writeObject(attributes, draft) };

  refuseRepetition(attributes, draft, config);
  // The order of these steps is that of HashiCorp's own provider framework.
  let plan = keepEquivalent(attributes, draft, prior);
  if (!prior || !valuesEqual(plan, prior, objectType(attributes))) {
    plan = markComputedUnknown(attributes, plan, config);
  }
  const replace = new Map<string, Path>();
  const requiresReplace = (path: Path): void => void replace.set(formatPath(path), path);
  const { diagnostics } = call;
  plan = applyPlanModifiers(attributes, { plan, config, prior, diagnostics, privateState, requiresReplace });
  if (resource.modifyPlan) {
    plan = (await resource.modifyPlan({
      ...call.operation(),
      config: config as never,
      prior: prior as never,
      plan: plan as never,
      requiresReplace,
      privateState,
      deferralAllowed,
    })) as ObjectValue;
  }
  const paths = prior ? [...replace.values()] : [];
  const violations = planViolations(attributes, plan, config, prior);
  if (violations.length === 0 && prior) {
    violations.push(...replacementViolations(attributes, paths, plan, prior));
  }
  if (violations.length > 0) throw withheld("Invalid plan withheld", violations);
  call.mask(attributes, plan);
  return {
    plannedState: writeObject(attributes, plan),
    plannedPrivate: privateState.bytes(),
    requiresReplace: distinct(paths.map(pathToProtocol)),
  };
}

/** More is known now than when the configuration was validated. Warnings have been shown then. */
function refuseInvalid(resource: AnyResource<unknown>, config: ObjectValue, call: Call): void {
  const found = new Diagnostics();
  validateConfig(resource.schema, config, { diagnostics: found, writeOnlyAllowed: true });
  resource.validate?.(config as never, found);
  for (const { severity, summary, detail, path } of found.items) {
    if (severity === "error") call.diagnostics.error(summary, detail, path);
  }
}

/** Paths into a set all end at the set, so that different ones become the same. */
function distinct<T>(paths: readonly T[]): T[] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}
