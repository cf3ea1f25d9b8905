import { formatPath, type Path, type PathStep } from "./path.js";

/**
 * A value, a type or a message that breaks the rules of the wire format. The message names the place and the rule and
 * never the value, which may be a secret.
 *
 * @example
 * new WireError("a string is required", [{ attribute: "name" }]).message; // name: a string is required
 */
export class WireError extends Error {
  override readonly name = "WireError";
  /** Where in the value the rule is broken; empty for the root or when there is no value yet. */
  readonly path: Path;
  /** The broken rule, without the place. */
  readonly reason: string;

  constructor(reason: string, path: Path = []) {
    super(path.length === 0 ? reason : `${formatPath(path)}: ${reason}`);
    this.reason = reason;
    this.path = path;
  }

  /** The same error as seen from one level further out; what is not a `WireError` is returned unchanged. */
  static under(step: PathStep, error: unknown): unknown {
    return error instanceof WireError ? new WireError(error.reason, [step, ...error.path]) : error;
  }
}
