import type { Path, Type } from "../../wire/index.js";
import type { Diagnostics } from "../diagnostics.js";
import type { PrivateState } from "../private-state.js";

/** What a plan modifier sees of the attribute that it plans. */
export interface PlanModifierContext {
  readonly path: Path;
  readonly type: Type;
  readonly config: unknown;
  /** `undefined` when the resource, or the nested object that holds the attribute, does not exist yet. */
  readonly prior: unknown;
  readonly planned: unknown;
  /** Whether the resource itself does not exist yet. */
  readonly creating: boolean;
  readonly diagnostics: Diagnostics;
  readonly privateState: PrivateState;
}

/** Changes one planned value, or asks for the replacement of the resource. */
export interface PlanModifier {
  readonly description: string;
  plan(
    context: PlanModifierContext,
  ): { readonly value?: unknown; readonly requiresReplace?: boolean } | undefined;
}
