import { ClockError } from "../clock.js";
import type { Validators } from "../contract/validators.js";
import { fieldViolations } from "../contract/violations.js";
import { invalidRequest } from "../errors.js";
import type { JsonAnswer } from "../http/answer.js";
import { errorAnswer } from "../http/error-answer.js";
import { notRouted } from "../http/not-routed.js";

import { candidateOf, type ReceivedRequest } from "../http/request.js";
import { Router } from "../http/router.js";
import { SnapshotError } from "../state/snapshot.js";
import { controlValidators } from "./contract.js";
import { operations as descriptors } from "./generated/contract.js";
import type { operations as ControlTypes } from "./generated/schema.js";
import { type ControlContext, controlOperations } from "./operations.js";
import type { ControlOperationId } from "./types.js";

/** Where the paths of the control API begin. */
export const controlPrefix = "/_mock/";

/** The control API: of the server, not of SafetyCulture. It needs no credential. */
export class Control {
  readonly #context: ControlContext;
  readonly #router = new Router<ControlOperationId>(descriptors);

  constructor(context: ControlContext) {
    this.#context = context;
  }

  async answer(request: ReceivedRequest): Promise<JsonAnswer> {
    const { method, target, body } = request;
    try {
      const route = this.#router.route(method, target.path);
      if (route.kind !== "operation") throw notRouted(method, target.path, route, null);
      const candidate: unknown = candidateOf(route.operation, route.path, target.query, body, undefined);
      const answer = await this.#run(route.operation.id, candidate, await controlValidators());
      return { status: 200, headers: {}, body: answer };
    } catch (error) {
      return errorAnswer(asViolation(error));
    }
  }

  async #run<Id extends ControlOperationId>(
    id: Id,
    candidate: unknown,
    validators: Validators<ControlTypes>,
  ): Promise<unknown> {
    const isRequest = validators.request(id);
    if (!isRequest(candidate)) throw invalidRequest(fieldViolations(isRequest.errors, 1));
    return controlOperations[id](candidate, this.#context);
  }
}

/** What a caller of the control API did wrong, as a violation. */
function asViolation(error: unknown): unknown {
  if (error instanceof ClockError) return invalidRequest([{ field: "clock", description: error.message }]);
  if (error instanceof SnapshotError)
    return invalidRequest([{ field: "snapshot", description: error.message }]);
  return error;
}
