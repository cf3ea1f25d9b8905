/**
 * How long a reading that many wait for may take, with every wait for the API's rate limit in it. One that is to last
 * longer fails at once, instead of leaving Terraform silent.
 */
export const SHARED_READING = { deadlineMs: 120_000 } as const;

/** Remembers an outcome but not a failure, so that the next reader tries again. */
export function shared<T>(outcome: Promise<T>, forget: () => void): Promise<T> {
  outcome.catch(forget);
  return outcome;
}

/** Waits for a shared outcome no longer than the one who asks is given; the others go on waiting. */
export function until<T>(signal: AbortSignal, outcome: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    outcome.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
