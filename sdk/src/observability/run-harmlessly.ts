/**
 * Runs a function of the caller whose failure must not cost anything: what it throws, at once or by a promise that rejects,
 * goes to `failed` alone. Nobody waits for it.
 */
export function runHarmlessly(run: () => unknown, failed: (error: unknown) => void): void {
  try {
    Promise.resolve(run()).catch(failed);
  } catch (error) {
    failed(error);
  }
}
