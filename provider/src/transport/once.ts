/** Work that is done when it is first asked for, once. */
export interface Once<T> {
  /** The outcome, of work that begins now unless it has begun. */
  (): Promise<T>;
  /** Whether the work has begun. */
  readonly hasBegun: boolean;
}

/** Does something at the first call and answers every call with its outcome. */
export function once<T>(work: () => Promise<T>): Once<T> {
  let outcome: Promise<T> | undefined;
  const get = (): Promise<T> => {
    outcome ??= work();
    return outcome;
  };
  return Object.defineProperty(get, "hasBegun", { get: () => outcome !== undefined }) as Once<T>;
}
