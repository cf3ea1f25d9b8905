import type { OperationDescriptor, OperationId } from "../contract/types.js";
import type { Caller } from "../domain/caller.js";
import { userIdOf } from "../domain/caller.js";
import { ApiError, internal, invalidRequest } from "../errors.js";
import { operations } from "../operations/index.js";
import type { OperationContext } from "../operations/operation.js";
import { recordActivity } from "../operations/record-activity.js";
import type { World } from "../world.js";
import type { Answer } from "./answer.js";
import { authenticate } from "./authenticate.js";
import { authorize } from "./authorize.js";
import { fullBucket, type RateLimiter } from "./rate-limit.js";
import { parseBody, pathValues, queryValues } from "./request.js";

/** A request that a route was found for, with its parts as they came. */
export interface OperationCall {
  readonly operation: OperationDescriptor;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** What a call works on. */
export interface PerformContext {
  readonly world: World;
  /** None when calls are not limited. */
  readonly rateLimiter: RateLimiter | undefined;
}

/** Performs an operation: from who calls, over what they may and what they want, to the answer. */
export async function perform(call: OperationCall, { world, rateLimiter }: PerformContext): Promise<Answer> {
  const validators = await import("../contract/validators.js");
  const { operation } = call;
  const { store, entropy, assumptions } = world;
  const now = world.clock.now();
  let headers = fullBucket(operation.rateLimit);
  let caller: Caller | undefined;
  let answer: Answer;
  try {
    caller = authenticate(call.authorization, store, now);
    headers = rateLimiter?.take(userIdOf(caller), operation.rateLimit, now) ?? headers;
    authorize(caller, operation);
    const context: OperationContext = { caller, store, now, entropy, assumptions };
    answer = { status: 200, headers, body: run(operation.id, call, context, validators) };
  } catch (error) {
    answer = toAnswer(error, headers);
  }
  if (caller !== undefined) {
    recordActivity({ caller, store, now, entropy, assumptions }, "api.called", {
      operation: operation.id,
      method: operation.method,
      status: String(answer.status),
    });
  }
  return answer;
}

type Validators = typeof import("../contract/validators.js");

function run<Id extends OperationId>(
  id: Id,
  { operation, path, query, body }: OperationCall,
  context: OperationContext,
  { requestValidator, answerValidator, fieldViolations }: Validators,
): unknown {
  const candidate: unknown = {
    path: pathValues(path),
    query: queryValues(query, operation.integersInQuery),
    ...(operation.takesBody && body !== "" ? { body: parseBody(body) } : {}),
  };
  const validate = requestValidator(id);
  if (!validate(candidate)) throw invalidRequest(fieldViolations(validate.errors));
  const answer = operations[id](candidate, context);
  const fits = answerValidator(id);
  if (!fits(answer)) {
    const violations = fieldViolations(fits.errors).map(
      ({ field, description }) => `${field}: ${description}`,
    );
    throw internal(`the answer of ${id} does not fit the contract: ${violations.join("; ")}`);
  }
  return answer;
}

/** The answer to an error: in the API's own shape, whatever it was. */
export function toAnswer(error: unknown, headers: Readonly<Record<string, string>>): Answer {
  const known = error instanceof ApiError ? error : internal(`the mock server failed: ${String(error)}`);
  return { status: known.status, headers: { ...headers, ...known.headers }, body: known.body };
}
