/**
 * An attempt that is about to be sent.
 *
 * @example
 * ```ts
 * import type { RequestEvent } from "@safetyculture-tokens/sdk";
 *
 * const onRequest = (event: RequestEvent) => console.log(event.operationId, event.attempt);
 * ```
 */
export interface RequestEvent {
  /** Operation of the contract. */
  readonly operationId: string;
  /** HTTP method. */
  readonly method: string;
  /** Path template. */
  readonly path: string;
  /** Id that the client gave the request. */
  readonly requestId: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

/**
 * An attempt that ended.
 *
 * @example
 * ```ts
 * import type { ResponseEvent } from "@safetyculture-tokens/sdk";
 *
 * const onResponse = (event: ResponseEvent) => console.log(event.status, event.durationMs, event.retryInMs);
 * ```
 */
export interface ResponseEvent extends RequestEvent {
  /** HTTP status; nothing when there was no whole response. */
  readonly status: number | undefined;
  /** Code of the failure, if it failed. */
  readonly errorCode: string | undefined;
  /** Milliseconds from sending to the last byte or the failure. */
  readonly durationMs: number;
  /** Milliseconds until the next attempt, if there will be one. */
  readonly retryInMs: number | undefined;
}

/**
 * Functions of yours, called around every attempt. They see what happens and change nothing; what they throw, or
 * reject with, is logged and dropped, because a failing hook must not cost a secret.
 *
 * @example
 * ```ts
 * import { type Hooks, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const hooks: Hooks = { onResponse: ({ operationId, durationMs }) => console.log(operationId, durationMs) };
 * const client = new SafetyCultureClient({ hooks });
 * ```
 */
export interface Hooks {
  /** Called before an attempt is sent. */
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  /** Called when an attempt has ended, well or not. */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
}
