import type { ApplyResourceChange_Request, ApplyResourceChange_Response } from "../../wire/gen/tfplugin6.js";
import type { ObjectValue } from "../../wire/index.js";
import type { Call } from "../call.js";
import { DiagnosticError } from "../diagnostics.js";
import { keepEquivalent } from "../planning/equivalence.js";
import { PrivateStore } from "../private-state.js";
import type { AnyResource } from "../provider.js";
import type { Attributes } from "../schema/attribute.js";
import { applyViolations } from "../self-check/apply.js";
import { salvage } from "../self-check/salvage.js";
import { stateViolations } from "../self-check/state.js";
import { type Violation, withheld } from "../self-check/violation.js";
import { isObject } from "../shape.js";
import { readObject, writeObject } from "../values.js";

/** Makes one planned change, and answers with whatever is true afterwards, even when a step has failed. */
export async function applyResource(
  resource: AnyResource<unknown>,
  request: ApplyResourceChange_Request,
  call: Call,
): Promise<ApplyResourceChange_Response> {
  call.connection.applies = true;
  const { attributes } = resource.schema;
  const change = {
    prior: readObject(attributes, request.priorState),
    plan: readObject(attributes, request.plannedState),
    config: readObject(attributes, request.config),
    privateState: new PrivateStore(request.plannedPrivate),
  };
  call.mask(attributes, change.prior, change.plan, change.config);
  const outcome = change.plan
    ? await write(resource, { ...change, plan: change.plan }, call)
    : await remove(resource, change, call);
  const state = safest(attributes, outcome, change, call);
  call.mask(attributes, state);
  return {
    newState: writeObject(attributes, state),
    private: state ? change.privateState.bytes() : Buffer.alloc(0),
  };
}

interface Change {
  readonly prior: ObjectValue | undefined;
  readonly plan: ObjectValue | undefined;
  readonly config: ObjectValue | undefined;
  readonly privateState: PrivateStore;
}

/** What a resource has answered, or saved before it failed; nothing of it has been checked. */
interface Outcome {
  /** `undefined` when there is no object. */
  readonly state: unknown;
  /** Whether the whole change was made. */
  readonly isComplete: boolean;
}

async function write(
  resource: AnyResource<unknown>,
  { prior, plan, config, privateState }: Change & { readonly plan: ObjectValue },
  call: Call,
): Promise<Outcome> {
  const { attributes } = resource.schema;
  let saved: unknown = prior;
  const save = (state: unknown): void => {
    saved = state;
  };
  try {
    if (!config)
      throw new DiagnosticError("No configuration", "Terraform sent a plan without its configuration.");
    const state: unknown = await call.limited(prior ? "update" : "create", attributes, plan, (operation) => {
      const context = { ...operation, plan: plan as never, config: config as never, save, privateState };
      return prior ? resource.update({ ...context, prior: prior as never }) : resource.create(context);
    });
    // A change that was made without failure has left an object behind, whatever was answered.
    return { state: state ?? saved ?? null, isComplete: !call.diagnostics.hasError };
  } catch (error) {
    call.report(error);
    return { state: saved, isComplete: false };
  }
}

async function remove(
  resource: AnyResource<unknown>,
  { prior, privateState }: Change,
  call: Call,
): Promise<Outcome> {
  if (!prior) return { state: undefined, isComplete: true };
  let saved: unknown = prior;
  const save = (state: unknown): void => {
    saved = state;
  };
  try {
    await call.limited("delete", resource.schema.attributes, prior, (operation) =>
      resource.delete({ ...operation, state: prior as never, save, privateState }),
    );
    return { state: call.diagnostics.hasError ? saved : undefined, isComplete: false };
  } catch (error) {
    call.report(error);
    return { state: saved, isComplete: false };
  }
}

/** The state that Terraform will store, also when what was answered cannot even be looked at. */
function safest(
  attributes: Attributes,
  outcome: Outcome,
  change: Change,
  call: Call,
): ObjectValue | undefined {
  try {
    return checked(attributes, outcome, change, call);
  } catch (error) {
    call.report(error);
    return salvage(attributes, undefined, change.prior ?? change.plan);
  }
}

/**
 * The state that Terraform will store. One that breaks core's rules is reported, and repaired as far as it must be:
 * Terraform forgets an object whose state it cannot store.
 */
function checked(
  attributes: Attributes,
  { state, isComplete }: Outcome,
  { prior, plan }: Change,
  call: Call,
): ObjectValue | undefined {
  if (state === undefined) return undefined;
  if (!isObject(state)) {
    const violation: Violation = { path: [], rule: "the object that exists must be answered" };
    call.report(withheld("Invalid result withheld", [violation]));
    return salvage(attributes, undefined, prior ?? plan);
  }
  const broken = stateViolations(attributes, state);
  if (broken.length > 0) {
    call.report(withheld("Invalid result withheld", broken));
    return salvage(attributes, state, prior);
  }
  if (!isComplete || !plan) return state;
  const settled = withPlannedSpelling(attributes, state, plan, call);
  const differences = applyViolations(attributes, plan, settled);
  if (differences.length > 0) call.report(withheld("Result differs from the plan", differences));
  return settled;
}

/** A comparison that fails costs the spelling, not the state. */
function withPlannedSpelling(
  attributes: Attributes,
  state: ObjectValue,
  plan: ObjectValue,
  call: Call,
): ObjectValue {
  try {
    return keepEquivalent(attributes, state, plan);
  } catch (error) {
    call.report(error);
    return state;
  }
}
