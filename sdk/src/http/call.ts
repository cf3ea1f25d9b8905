import type { Dispatcher } from "undici";
import type { Clock } from "../clock.js";
import { operations } from "../contract/generated/operations.js";
import type { Operation } from "../contract/operation.js";
import type { OperationId, ResponseBody } from "../contract/types.js";
import { AbortError } from "../errors/abort-error.js";
import type { CallError, CallInfo } from "../errors/call-error.js";
import { ClientClosedError } from "../errors/client-closed-error.js";
import { RateLimitError } from "../errors/rate-limit-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { Observer } from "../observability/observer.js";
import type { Redactor } from "../observability/redactor.js";
import type { CallTrace } from "../observability/tracing.js";
import type { CallLimits } from "../options/settings.js";
import type { ServerTime } from "../server-time.js";
import { type FailedAttempt, judgeFailure, judgeMismatch, judgeRefusal } from "./attempt-outcome.js";
import { backoff } from "./backoff.js";
import { Cancellation, type Deadline } from "./deadline.js";
import { AttemptFailure, type RawResponse, sendAttempt } from "./exchange.js";
import { header } from "./header.js";
import type { Pacer, RateLimitHeaders } from "./pacer.js";
import { rateLimitHeaders } from "./rate-limit-headers.js";
import { Mismatch, readResponse } from "./read-response.js";
import type { RetryBudget } from "./retry-budget.js";

/** What all calls of a client share. */
export interface CallContext {
  readonly clock: Clock;
  readonly random: () => number;
  readonly pacer: Pacer;
  readonly budget: RetryBudget;
  readonly serverTime: ServerTime;
  readonly redactor: Redactor;
  readonly observer: Observer;
}

/** One call: what is sent, and how long it may take. */
export interface CallPlan<Id extends OperationId> {
  readonly id: Id;
  readonly request: Dispatcher.DispatchOptions;
  readonly limits: CallLimits;
  readonly deadline: Deadline;
  readonly trace: CallTrace;
}

type Outcome<Id extends OperationId> = { readonly response: ResponseBody<Id> } | FailedAttempt;

const NO_RATE_LIMIT: RateLimitHeaders = { limit: undefined, pauseMs: undefined };

/** Makes a call, with as many attempts as its operation, its limits and the retry budget allow. */
export class Call<Id extends OperationId> {
  readonly #context: CallContext;
  readonly #plan: CallPlan<Id>;
  readonly #operation: Operation;
  #requestId: string;
  #last: CallError | undefined;

  constructor(context: CallContext, plan: CallPlan<Id>) {
    this.#context = context;
    this.#plan = plan;
    this.#operation = operations[plan.id];
    this.#requestId = plan.trace.requestId;
  }

  /** The response, or the error of the last attempt. */
  async run(dispatcher: Dispatcher): Promise<ResponseBody<Id>> {
    const { trace } = this.#plan;
    for (;;) {
      await this.#enter();
      trace.attempts++;
      const started = this.#context.clock.monotonic();
      const outcome = await this.#attempt(dispatcher);
      if ("response" in outcome) {
        this.#context.budget.refund(trace.attempts - 1);
        this.#report(started, undefined, undefined);
        return outcome.response;
      }
      const retryInMs = this.#retryInMs(outcome);
      this.#report(started, outcome.error.code, retryInMs);
      if (retryInMs === undefined) throw outcome.error;
      this.#last = outcome.error;
      await this.#cancellable(() => this.#plan.deadline.sleep(retryInMs));
    }
  }

  /** Waits for its turn under the rate limit. */
  async #enter(): Promise<void> {
    const { pacer } = this.#context;
    const { deadline } = this.#plan;
    const kind = this.#operation.rateLimit;
    await this.#cancellable(async () => {
      deadline.check();
      if (pacer.tryEnter(kind)) return;
      if (pacer.pauseMs(kind) >= deadline.remainingMs) throw this.#paused();
      await deadline.wait((go) => pacer.enqueue(kind, go));
    });
  }

  async #attempt(dispatcher: Dispatcher): Promise<Outcome<Id>> {
    const { clock, pacer, serverTime, redactor, observer } = this.#context;
    const { limits, deadline, request, trace } = this.#plan;
    if (observer.watches) observer.request(this.#event());
    const remaining = Math.ceil(deadline.remainingMs);
    const byDeadline = remaining < limits.timeoutMs;
    let rateLimit = NO_RATE_LIMIT;
    try {
      const response = await sendAttempt(dispatcher, request, {
        timeoutMs: byDeadline ? remaining : limits.timeoutMs,
        signal: deadline.signal,
        finishOnceSent: !this.#operation.repeatable,
        clock,
      });
      rateLimit = rateLimitHeaders(response);
      trace.status = response.status;
      serverTime.observe(header(response.headers, "date"));
      this.#requestId = redactor.clean(header(response.headers, "x-request-id") ?? trace.requestId);
      return this.#judge(response);
    } catch (failure) {
      if (!(failure instanceof AttemptFailure)) throw failure;
      trace.status = undefined;
      return judgeFailure(this.#operation, this.#info(), failure, { ...limits, byDeadline }, redactor);
    } finally {
      pacer.leave(this.#operation.rateLimit, rateLimit);
    }
  }

  #judge(response: RawResponse): Outcome<Id> {
    if (response.status >= 300) {
      return judgeRefusal(this.#operation, this.#info(), response, this.#context.redactor);
    }
    try {
      const { body, remarks } = readResponse(this.#plan.id, response.body);
      if (remarks.length > 0) this.#context.observer.remark(this.#event(), remarks);
      return { response: body };
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
      return judgeMismatch(this.#operation, this.#info(), response.status, error);
    }
  }

  /** Milliseconds until the next attempt, or nothing when there is to be none. */
  #retryInMs({ retry, askedMs }: FailedAttempt): number | undefined {
    const { budget, random } = this.#context;
    const { limits, deadline, trace } = this.#plan;
    if (!retry || trace.attempts > limits.maxRetries) return undefined;
    const limited = trace.status === 429 ? limits.maxRetries : undefined;
    const wait = backoff(trace.attempts, askedMs, random(), limited);
    return wait < deadline.remainingMs && budget.take() ? wait : undefined;
  }

  async #cancellable(wait: () => Promise<void>): Promise<void> {
    try {
      await wait();
    } catch (error) {
      if (!(error instanceof Cancellation)) throw error;
      if (error.kind === "closed") throw new ClientClosedError();
      const { deadline, limits } = this.#plan;
      const isPaused =
        error.kind === "deadline" && this.#context.pacer.pauseMs(this.#operation.rateLimit) > 0;
      if (isPaused) throw this.#paused();
      if (error.kind === "aborted") throw new AbortError(this.#info(), deadline.signal?.reason);
      throw new TimeoutError(this.#info(), "deadline", limits.deadlineMs, this.#last);
    }
  }

  /** The API has asked for a pause that lasts longer than the call may wait. */
  #paused(): RateLimitError {
    return new RateLimitError(this.#info(), {
      status: 429,
      grpcCode: 8,
      reason: "",
      message: "an earlier response asked for a pause that ends after the deadline of this call",
      violations: [],
      metadata: {},
      retryAfterMs: Math.ceil(this.#context.pacer.pauseMs(this.#operation.rateLimit)),
    });
  }

  #info(): CallInfo {
    const { summary, operationId, method, path } = this.#operation;
    return {
      summary,
      operationId,
      method,
      path,
      attempts: this.#plan.trace.attempts,
      requestId: this.#requestId,
      mayHaveHappened: this.#last?.mayHaveHappened ?? false,
    };
  }

  #event() {
    const { operationId, method, path } = this.#operation;
    const { attempts, requestId } = this.#plan.trace;
    return { operationId, method, path, requestId, attempt: attempts };
  }

  #report(started: number, errorCode: string | undefined, retryInMs: number | undefined): void {
    const { observer, clock } = this.#context;
    if (!observer.watches) return;
    const durationMs = clock.monotonic() - started;
    observer.response({
      ...this.#event(),
      status: this.#plan.trace.status,
      errorCode,
      durationMs,
      retryInMs,
    });
  }
}
