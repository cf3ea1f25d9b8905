import type { ObjectValue, Path } from "../../wire/index.js";
import type { Diagnostics } from "../diagnostics.js";

/** What a rule is told beside the values. */
export interface RuleContext {
  /** Where the object is in the configuration; empty for the resource itself. */
  readonly path: Path;
  readonly diagnostics: Diagnostics;
  /** Whether this Terraform knows write-only attributes (1.11 and newer). */
  readonly writeOnlyAllowed: boolean;
}

/** Checks attributes of one object against each other. Values may be null or unknown. */
export interface ConfigRule {
  /** The rule as it reads in the documentation. */
  readonly description: string;
  /** The attributes that the rule is about, from its object; the schema's lint looks for them. */
  readonly paths: readonly Path[];
  check(config: ObjectValue, context: RuleContext): void;
}
