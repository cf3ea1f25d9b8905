import { Deferred_Reason } from "../wire/gen/tfplugin6.js";
import { DiagnosticError } from "./diagnostics.js";

const REASONS = {
  resource_config_unknown: Deferred_Reason.RESOURCE_CONFIG_UNKNOWN,
  provider_config_unknown: Deferred_Reason.PROVIDER_CONFIG_UNKNOWN,
  absent_prerequisite: Deferred_Reason.ABSENT_PREREQ,
} as const;

/** Why something cannot be decided in this run. */
export type DeferralReason = keyof typeof REASONS;

/**
 * Thrown to put off a decision to a later run: by `configure`, by the plan, the read or the import of a resource, by a
 * data source, or by the opening of an ephemeral resource. Terraform must allow it (`deferralAllowed`); where it does
 * not, and always while it applies, users see the detail as an error.
 *
 * @example
 * if (context.deferralAllowed) throw new Deferral("absent_prerequisite", "Project p has not been created yet.");
 */
export class Deferral extends DiagnosticError {
  constructor(
    readonly reason: DeferralReason,
    detail: string,
  ) {
    super("Not enough is known yet", detail);
    this.name = "Deferral";
  }

  toProtocol(): { readonly reason: Deferred_Reason } {
    return { reason: REASONS[this.reason] };
  }
}
