import type { Dispatcher } from "undici";
import type { Clock } from "../clock.js";
import { operations } from "../contract/generated/operations.js";
import type { Operation } from "../contract/operation.js";
import type { Answer, OperationId } from "../contract/types.js";
import { AbortError } from "../errors/abort-error.js";
import type { CallError, CallFacts } from "../errors/call-error.js";
import { ClientClosedError } from "../errors/client-closed-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { Observer } from "../observability/observer.js";
import type { Redactor } from "../observability/redactor.js";
import type { CallTrace } from "../observability/tracing.js";
import type { CallLimits } from "../options/settings.js";
import type { ServerTime } from "../server-time.js";
import { type FailedAttempt, judgeFailure, judgeMismatch, judgeRefusal } from "./attempt-outcome.js";
import { backoff } from "./backoff.js";
import { AttemptFailure, type RawAnswer, sendAttempt } from "./exchange.js";
import type { Pacer, RateLimitNews } from "./pacer.js";
import { rateLimitNews } from "./rate-limit-news.js";
import { Mismatch, readAnswer } from "./read-answer.js";
import { header } from "./retry-after.js";
import type { RetryBudget } from "./retry-budget.js";
import { Interruption, type Scope } from "./scope.js";

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
  readonly scope: Scope;
  readonly trace: CallTrace;
}

type Outcome<Id extends OperationId> = { readonly answer: Answer<Id> } | FailedAttempt;

const NO_NEWS: RateLimitNews = { limit: undefined, pauseMs: undefined };

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

  /** The answer, or the error of the last attempt. */
  async run(dispatcher: Dispatcher): Promise<Answer<Id>> {
    const { trace } = this.#plan;
    for (;;) {
      await this.#enter();
      trace.attempts++;
      const started = this.#context.clock.monotonic();
      const outcome = await this.#attempt(dispatcher);
      if ("answer" in outcome) {
        this.#context.budget.refund(trace.attempts - 1);
        this.#report(started, undefined, undefined);
        return outcome.answer;
      }
      const retryInMs = this.#retryInMs(outcome);
      this.#report(started, outcome.error.code, retryInMs);
      if (retryInMs === undefined) throw outcome.error;
      this.#last = outcome.error;
      await this.#interruptible(() => this.#plan.scope.sleep(retryInMs));
    }
  }

  /** Waits for its turn under the rate limit. */
  async #enter(): Promise<void> {
    const { pacer } = this.#context;
    const { scope } = this.#plan;
    const kind = this.#operation.rateLimit;
    await this.#interruptible(async () => {
      scope.check();
      if (!pacer.tryEnter(kind)) await scope.wait((go) => pacer.enqueue(kind, go));
    });
  }

  async #attempt(dispatcher: Dispatcher): Promise<Outcome<Id>> {
    const { clock, pacer, serverTime, redactor, observer } = this.#context;
    const { limits, scope, request, trace } = this.#plan;
    if (observer.watches) observer.request(this.#event());
    const remaining = Math.ceil(scope.remainingMs);
    const byDeadline = remaining < limits.timeoutMs;
    let news = NO_NEWS;
    try {
      const answer = await sendAttempt(dispatcher, request, {
        timeoutMs: byDeadline ? remaining : limits.timeoutMs,
        signal: scope.signal,
        finishOnceSent: !this.#operation.repeatable,
        clock,
      });
      news = rateLimitNews(answer);
      trace.status = answer.status;
      serverTime.observe(header(answer.headers, "date"));
      this.#requestId = redactor.clean(header(answer.headers, "x-request-id") ?? trace.requestId);
      return this.#judge(answer);
    } catch (failure) {
      if (!(failure instanceof AttemptFailure)) throw failure;
      trace.status = undefined;
      return judgeFailure(this.#operation, this.#facts(), failure, { ...limits, byDeadline }, redactor);
    } finally {
      pacer.leave(this.#operation.rateLimit, news);
    }
  }

  #judge(answer: RawAnswer): Outcome<Id> {
    if (answer.status >= 300) {
      return judgeRefusal(this.#operation, this.#facts(), answer, this.#context.redactor);
    }
    try {
      return { answer: readAnswer(this.#plan.id, answer.body) };
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
      return judgeMismatch(this.#operation, this.#facts(), answer.status, error);
    }
  }

  /** Milliseconds until the next attempt, or nothing when there is to be none. */
  #retryInMs({ retry, askedMs }: FailedAttempt): number | undefined {
    const { budget, random } = this.#context;
    const { limits, scope, trace } = this.#plan;
    if (!retry || trace.attempts > limits.maxRetries) return undefined;
    const wait = backoff(trace.attempts, askedMs, random());
    return wait < scope.remainingMs && budget.take() ? wait : undefined;
  }

  async #interruptible(wait: () => Promise<void>): Promise<void> {
    try {
      await wait();
    } catch (error) {
      if (!(error instanceof Interruption)) throw error;
      if (error.kind === "closed") throw new ClientClosedError();
      const { scope, limits } = this.#plan;
      if (error.kind === "aborted") throw new AbortError(this.#facts(), scope.signal?.reason);
      throw new TimeoutError(this.#facts(), "deadline", limits.deadlineMs, this.#last);
    }
  }

  #facts(): CallFacts {
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
