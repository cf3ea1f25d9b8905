import type { operations as OperationTypes } from "@safetyculture-tokens/sdk/contract";
import type { OperationDescriptor, OperationId } from "../contract/types.js";
import type { Validators } from "../contract/validators.js";
import { fieldViolations } from "../contract/violations.js";
import { userIdOf } from "../domain/caller.js";
import { logExpiries } from "../domain/expiry.js";
import { type ApiError, internal, invalidRequest } from "../errors.js";
import type { FaultPlan } from "../faults/plan.js";
import { ReadTracker } from "../journal/read-tracker.js";
import { operations } from "../operations/index.js";
import type { OperationContext } from "../operations/operation.js";
import { recordActivity } from "../operations/record-activity.js";
import type { World } from "../world.js";
import type { JsonAnswer } from "./answer.js";
import { authenticate } from "./authenticate.js";
import { authorize } from "./authorize.js";
import type { Body } from "./body.js";
import { errorAnswer } from "./error-answer.js";
import { fullBucket, type RateLimiter } from "./rate-limit.js";
import { candidateOf } from "./request.js";

/** A request that an operation answers, with its parts as they came. */
export interface OperationCall {
  readonly operation: OperationDescriptor<OperationId>;
  /** Path parameters, with their percent-encoding. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Hash of the secret that the call has. */
  readonly secretHash: string | undefined;
  readonly contentType: string | undefined;
  readonly body: Body;
}

/** What a call works on. */
export interface PerformContext {
  readonly world: World;
  /** None when calls are not limited. */
  readonly rateLimiter: RateLimiter | undefined;
  readonly validators: Validators<OperationTypes>;
}

/** What came of a call. */
export interface Outcome {
  readonly answer: JsonAnswer;
  /** Fields of the request that nothing read. */
  readonly unread: string[];
}

/**
 * Performs an operation: who calls, whether they may, what they want, and the answer. It runs in one go, so that no
 * other call comes in between: this is what keeps limits under any race.
 */
export function perform(call: OperationCall, plan: FaultPlan, context: PerformContext): Outcome {
  const { world, rateLimiter, validators } = context;
  const { operation } = call;
  const { store, entropy, assumptions } = world;
  const now = world.clock.now();
  const tracker = new ReadTracker();
  let headers = fullBucket(operation.rateLimit);
  let operationContext: OperationContext | undefined;
  let answer: JsonAnswer;
  try {
    const caller = authenticate(call.secretHash, store, now);
    const { organization } = caller;
    logExpiries(organization, store, now);
    operationContext = {
      caller,
      lists: plan.listsOf(organization),
      pageShift: plan.pageShift,
      store,
      now,
      entropy,
      assumptions,
    };
    headers = rateLimiter?.take(userIdOf(caller), operation.rateLimit, now) ?? headers;
    authorize(caller, operation);
    answer = { status: 200, headers, body: run(operation.id, call, operationContext, validators, tracker) };
  } catch (error) {
    answer = errorAnswer(error, headers);
    const isError = validators.schema("Error");
    if (!isError(answer.body)) answer = errorAnswer(misfit(operation.id, isError.errors), headers);
  }
  if (operationContext !== undefined) {
    recordActivity(operationContext, "api.called", {
      operation: operation.id,
      method: operation.method,
      status: String(answer.status),
    });
  }
  return { answer, unread: answer.status === 200 ? tracker.unread : [] };
}

function run<Id extends OperationId>(
  id: Id,
  { operation, path, query, contentType, body }: OperationCall,
  context: OperationContext,
  validators: Validators<OperationTypes>,
  tracker: ReadTracker,
): unknown {
  const candidate: unknown = candidateOf(operation, path, query, body, contentType);
  tracker.note(Object.fromEntries(query), "query");
  tracker.note(body.json, "body");
  const isRequest = validators.request(id);
  if (!isRequest(candidate)) throw invalidRequest(fieldViolations(isRequest.errors, 1));
  const answer = operations[id](tracker.watch(candidate), context);
  const isAnswer = validators.answer(id);
  if (!isAnswer(answer)) throw misfit(id, isAnswer.errors);
  return answer;
}

/** 500 that says how an answer breaks the contract: the mock itself is at fault. */
function misfit(id: OperationId, errors: Parameters<typeof fieldViolations>[0]): ApiError {
  const violations = fieldViolations(errors).map(({ field, description }) => `${field}: ${description}`);
  return internal(`the answer of ${id} does not fit the contract: ${violations.join("; ")}`);
}
