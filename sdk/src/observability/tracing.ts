import { tracingChannel } from "node:diagnostics_channel";

/**
 * What a tracing channel shows of a call. `diagnostics_channel` adds the `error` of one that failed; responses are not shown.
 *
 * @example
 * ```ts
 * import type { CallTrace } from "@safetyculture-tokens/sdk";
 *
 * const shown = (trace: CallTrace) => `${trace.operationId}: ${trace.status} after ${trace.attempts} attempts`;
 * ```
 */
export interface CallTrace {
  /** Operation of the contract. */
  readonly operationId: string;
  /** HTTP method. */
  readonly method: string;
  /** Path template. */
  readonly path: string;
  /** Id that the client gave the request. */
  readonly requestId: string;
  /** Attempts so far. */
  attempts: number;
  /** HTTP status of the latest response. */
  status: number | undefined;
}

/**
 * Name of the tracing channel; its events are `tracing:safetyculture:request:start` and so on.
 *
 * @example
 * ```ts
 * import { tracingChannel } from "node:diagnostics_channel";
 * import { type CallTrace, TRACING_CHANNEL } from "@safetyculture-tokens/sdk";
 *
 * tracingChannel<CallTrace, CallTrace>(TRACING_CHANNEL).asyncEnd.subscribe((message) => console.log(message));
 * ```
 */
export const TRACING_CHANNEL = "safetyculture:request";

const channel = tracingChannel<CallTrace, CallTrace>(TRACING_CHANNEL);

/** Runs a call inside the tracing channel; without subscribers it is just run. */
export function traced<T>(trace: CallTrace, run: () => Promise<T>): Promise<T> {
  return channel.hasSubscribers ? published(trace, run) : run();
}

async function published<T>(trace: CallTrace, run: () => Promise<T>): Promise<T> {
  const responses: T[] = [];
  // The channel would publish what the promise resolves to.
  await channel.tracePromise(async () => void responses.push(await run()), trace);
  const [response] = responses;
  if (response === undefined) throw new Error("a call has a response");
  return response;
}
