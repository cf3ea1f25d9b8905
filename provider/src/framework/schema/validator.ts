import type { Path } from "../../wire/index.js";
import type { Diagnostics } from "../diagnostics.js";

/** Checks one configured value. It is not called for null or unknown values. */
export interface Validator<T> {
  /** What is accepted, as it reads in the documentation: "one of 31, 45, 60 or 180". */
  readonly description: string;
  validate(value: T, path: Path, diagnostics: Diagnostics): void;
}
