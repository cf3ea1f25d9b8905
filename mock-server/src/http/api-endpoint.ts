import { setTimeout as sleep } from "node:timers/promises";
import { apiValidators } from "../contract/api.js";
import { operations } from "../contract/generated/contract.js";
import type { OperationId } from "../contract/types.js";
import type { JournalEntry } from "../control/types.js";
import { userIdOf } from "../domain/caller.js";
import { hashSecret } from "../domain/entropy.js";
import { type FaultPlan, noFaults } from "../faults/plan.js";
import type { FaultRegistry } from "../faults/registry.js";
import { statusAnswer } from "../faults/status-answer.js";
import type { RequestJournal } from "../journal/journal.js";
import { nearestRoute } from "../journal/nearest-route.js";
import type { World } from "../world.js";
import type { Answer, JsonAnswer } from "./answer.js";
import { bearerOf, identify } from "./authenticate.js";
import type { Delivery } from "./deliver.js";
import { errorAnswer } from "./error-answer.js";
import { notRouted } from "./not-routed.js";
import { type OperationCall, perform } from "./perform.js";
import { fullBucket, type RateLimiter, rateLimited, rateLimitHeaders } from "./rate-limit.js";
import type { ReceivedRequest } from "./request.js";
import { type Route, Router } from "./router.js";

/** What the API works on. */
export interface ApiContext {
  readonly world: World;
  readonly faults: FaultRegistry;
  readonly journal: RequestJournal;
  /** None when calls are not limited. */
  readonly rateLimiter: RateLimiter | undefined;
  /** Keeps what a call changed, before its answer is sent. */
  readonly save: (() => Promise<void>) | undefined;
  /** Told of every request when its answer is known. */
  readonly onAnswer: ((entry: JournalEntry) => void) | undefined;
  readonly closing: AbortSignal;
}

/** The API itself: finds the operation, brings in the faults, and writes the journal. */
export class ApiEndpoint {
  readonly #context: ApiContext;
  readonly #router = new Router<OperationId>(operations);

  constructor(context: ApiContext) {
    this.#context = context;
  }

  async answer(request: ReceivedRequest): Promise<Delivery> {
    const { method, target } = request;
    const route = this.#router.route(method, target.path);
    const nearest = route.kind === "operation" ? null : nearestRoute(method, target.path);
    const entry = this.#open(request, route, nearest);
    const delivery =
      route.kind === "operation"
        ? await this.#answerOperation(request, route, entry)
        : whole(errorAnswer(notRouted(method, target.path, route, nearest), fullBucket("read")));
    return this.#close(entry, delivery);
  }

  async #answerOperation(
    { target, headers, body }: ReceivedRequest,
    { operation, path }: Extract<Route<OperationId>, { kind: "operation" }>,
    entry: JournalEntry,
  ): Promise<Delivery> {
    const { world, faults, rateLimiter } = this.#context;
    const secret = bearerOf(headers.authorization);
    const secretHash = secret === undefined ? undefined : hashSecret(secret);
    const identity = secretHash && identify(secretHash, world.store, world.clock.now());
    const caller = identity ? identity.caller : undefined;
    const userId = caller && userIdOf(caller);
    const organizationId = caller?.organization.id;
    if (userId !== undefined && organizationId !== undefined) {
      entry.caller = { user_id: userId, organisation_id: organizationId };
    }
    const plan = faults.meet({
      operation: operation.id,
      path,
      query: target.query,
      json: body.json,
      organizationId,
      userId,
    });
    entry.faults = plan.kinds;

    if (plan !== noFaults) await this.#wait(plan.delay("before_handling"));
    const early = endingOf(plan, "before_handling", operation.rateLimit);
    if (early !== undefined) return early;

    const validators = await apiValidators();
    const call: OperationCall = {
      operation,
      path,
      query: target.query,
      secretHash,
      contentType: headers["content-type"],
      body,
    };
    const outcome = perform(call, plan, { world, rateLimiter, validators });
    entry.unread_fields = outcome.unread;
    const answer = (await this.#failureToSave()) ?? outcome.answer;

    if (plan === noFaults) return whole(answer);
    await this.#wait(plan.delay("after_commit"));
    return endingOf(plan, "after_commit", operation.rateLimit, answer) ?? wholeOrSlow(plan, answer);
  }

  #open(request: ReceivedRequest, route: Route<OperationId>, nearest: string | null): JournalEntry {
    const { method, target, headers, body } = request;
    return this.#context.journal.open({
      at: this.#context.world.clock.toString(),
      operation: route.kind === "operation" ? route.operation.id : null,
      method,
      path: target.path,
      query: target.query,
      headers,
      text: body.text,
      json: body.json,
      nearestRoute: nearest,
    });
  }

  #close(entry: JournalEntry, delivery: Delivery): Delivery {
    if ("answer" in delivery) {
      entry.status = delivery.answer.status;
      entry.reason = reasonOf(delivery.answer);
    }
    this.#context.onAnswer?.(entry);
    if (!("answer" in delivery)) return delivery;
    const headers: Record<string, string> = {
      ...delivery.answer.headers,
      "x-mock-request-id": String(entry.id),
    };
    if (entry.faults.length > 0) headers["x-mock-fault"] = entry.faults.join(", ");
    return { ...delivery, answer: { ...delivery.answer, headers } };
  }

  /** What is answered when the state could not be kept: the call is done, but may be lost. */
  async #failureToSave(): Promise<JsonAnswer | undefined> {
    try {
      await this.#context.save?.();
      return undefined;
    } catch (error) {
      return errorAnswer(error);
    }
  }

  async #wait(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await sleep(milliseconds, undefined, { signal: this.#context.closing });
  }
}

/** What a fault puts in the place of the answer. */
function endingOf(
  plan: FaultPlan,
  moment: "before_handling" | "after_commit",
  bucket: "read" | "write",
  answer?: JsonAnswer,
): Delivery | undefined {
  const fault = plan.ending(moment);
  switch (fault?.kind) {
    case undefined:
      return undefined;
    case "drop":
    case "reset":
      return { kind: fault.kind };
    case "status":
      return wholeOrSlow(plan, statusAnswer(fault, fullBucket(bucket)));
    case "rate_limited":
      return wholeOrSlow(
        plan,
        errorAnswer(rateLimited(rateLimitHeaders(bucket, 0, fault.reset_seconds ?? 1))),
      );
    case "truncated_body":
      return answer && { kind: "truncated", answer, bytes: fault.bytes };
  }
}

function wholeOrSlow({ slowBody }: FaultPlan, answer: Answer): Delivery {
  if (slowBody === undefined) return whole(answer);
  return { kind: "pieces", answer, bytes: slowBody.bytes ?? 1, pause: slowBody.pause_milliseconds };
}

function whole(answer: Answer): Delivery {
  return { kind: "whole", answer };
}

/** The reason in an answer's google.rpc.ErrorInfo. */
function reasonOf(answer: Answer): string | null {
  if (answer.status === 200 || !("body" in answer)) return null;
  return /"reason":"([A-Z_]+)"/.exec(JSON.stringify(answer.body))?.[1] ?? null;
}
