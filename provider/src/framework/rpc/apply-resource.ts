import type { ApplyResourceChange_Request, ApplyResourceChange_Response } from "../../wire/gen/tfplugin6.js";
import type { ObjectValue } from "../../wire/index.js";
import { DiagnosticError, type Diagnostics } from "../diagnostics.js";
import { nullUnknowns } from "../planning.js";
import type { AnyResource } from "../provider.js";
import type { OperationContext } from "../resource.js";
import { applyViolations, describeViolations, stateViolations } from "../self-check.js";
import { readObject, writeObject } from "../values.js";

/** Makes one planned change, and answers with whatever is true afterwards, even when a step has failed. */
export async function applyResource(
  resource: AnyResource<unknown>,
  request: ApplyResourceChange_Request,
  operation: (diagnostics: Diagnostics) => OperationContext<unknown>,
  diagnostics: Diagnostics,
  fail: (error: unknown) => void,
): Promise<ApplyResourceChange_Response> {
  const { attributes } = resource.schema;
  const prior = readObject(attributes, request.priorState);
  const plan = readObject(attributes, request.plannedState);
  const config = readObject(attributes, request.config);
  const priorState = { newState: writeObject(attributes, prior), private: request.plannedPrivate };

  let latest = prior;
  const save = (state: unknown): void => {
    latest = state as ObjectValue;
  };
  try {
    const context = operation(diagnostics);
    if (!plan) {
      if (prior) await resource.delete({ ...context, state: prior as never, save });
      latest = undefined;
    } else {
      if (!config)
        throw new DiagnosticError("No configuration", "Terraform sent a plan without its configuration.");
      const write = { ...context, plan: plan as never, config: config as never, save };
      save(await (prior ? resource.update({ ...write, prior: prior as never }) : resource.create(write)));
    }
  } catch (error) {
    fail(error);
  }

  if (latest === undefined) return { newState: writeObject(attributes, undefined) };
  const complete = plan !== undefined && !diagnostics.hasError;
  const violations = complete
    ? applyViolations(attributes, plan, latest)
    : stateViolations(attributes, latest);
  if (violations.length > 0) {
    diagnostics.error("Invalid result withheld", describeViolations(violations), violations[0]?.path);
    const known = nullUnknowns(latest) as ObjectValue;
    if (stateViolations(attributes, known).length > 0) return priorState;
    latest = known;
  }
  return { newState: writeObject(attributes, latest), private: request.plannedPrivate };
}
