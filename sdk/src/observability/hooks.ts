/** An attempt that is about to be sent. */
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

/** An attempt that ended. */
export interface ResponseEvent extends RequestEvent {
  /** HTTP status; nothing when there was no whole answer. */
  readonly status: number | undefined;
  /** Code of the failure, if it failed. */
  readonly errorCode: string | undefined;
  /** Milliseconds from sending to the last byte or the failure. */
  readonly durationMs: number;
  /** Milliseconds until the next attempt, if there will be one. */
  readonly retryInMs: number | undefined;
}

/**
 * Functions of yours, called around every attempt. They see what happens and change nothing; what they throw is logged
 * and dropped, because a failing hook must not cost a secret.
 */
export interface Hooks {
  /** Called before an attempt is sent. */
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  /** Called when an attempt has ended, well or not. */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
}
