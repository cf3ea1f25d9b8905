import type { ServiceUserToken } from "../../contract/models.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import type { Secret } from "../../secret.js";
import { checkCreateRequest } from "./check-create-request.js";
import { refuseOwnCredential } from "./own-credential.js";
import { reissue } from "./resume.js";
import { rotateOverlapping } from "./rotate-overlapping.js";
import { verify } from "./verify.js";
import { type WorkflowContext, type WorkflowOptions, workflowOptions } from "./workflow.js";

/**
 * How a token gets its new secret.
 *
 * @example
 * ```ts
 * import { type RotateOptions, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const options: RotateOptions = { strategy: "overlap", graceHours: 48, whenFull: "in_place" };
 * await new SafetyCultureClient().serviceUserTokens.rotate("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69", options);
 * ```
 */
export interface RotateOptions extends WorkflowOptions {
  /**
   * `in_place`: revoke and regenerate; the same token with a new secret, and a moment in which none works. `overlap`: make a
   * second token beside the first, which goes on working until it is retired.
   */
  readonly strategy: "in_place" | "overlap";
  /** Overlap: hours for which the outgoing token goes on working. @defaultValue 24 */
  readonly graceHours?: number | undefined;
  /** Makes a call with the new secret before it is handed over. @defaultValue true */
  readonly verify?: boolean | undefined;
  /** Overlap: what to do when no further token may be active. @defaultValue "error" */
  readonly whenFull?: "error" | "in_place" | undefined;
  /** Overlap: name of the new token. @defaultValue the name that the outgoing one has until then */
  readonly name?: string | undefined;
}

/**
 * An outgoing token, which goes on working until it is retired.
 *
 * @example
 * ```ts
 * import { type PreviousToken, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const previous: PreviousToken = {
 *   id: "6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69",
 *   name: "power-bi (retires 2026-01-03T00:00:00Z, replaced by 8a1f09c3)",
 *   retireAfter: "2026-01-03T00:00:00Z",
 * };
 * await new SafetyCultureClient().serviceUserTokens.retirePrevious(previous);
 * ```
 */
export interface PreviousToken {
  /** Its id. */
  readonly id: string;
  /** Its name now, which says when it retires. */
  readonly name: string;
  /** When it may be retired, as RFC 3339 by the API's clock. */
  readonly retireAfter: string;
}

/**
 * A token with its new secret, and the one that it takes the place of.
 *
 * @example
 * ```ts
 * import type { Rotation } from "@safetyculture-tokens/sdk";
 *
 * const outgoing = ({ previous }: Rotation) => previous?.id;
 * ```
 */
export interface Rotation {
  /** The token to use from now on: with `overlap` a new one, with another id. */
  readonly token: ServiceUserToken;
  /** Its secret. */
  readonly secret: Secret;
  /** The outgoing token; null after a rotation in place. */
  readonly previous: PreviousToken | null;
}

async function rotateInPlace(
  context: WorkflowContext,
  token: ServiceUserToken,
  options: RotateOptions,
): Promise<Rotation> {
  const { limits } = workflowOptions(options);
  await refuseOwnCredential(context, token, "Rotating in place", limits);
  const issued = await reissue(context, token, options);
  return { ...issued, previous: null };
}

function check({ strategy, graceHours = 24, name }: RotateOptions): void {
  if (name !== undefined) checkCreateRequest({ name });
  if (strategy !== "in_place" && strategy !== "overlap") {
    throw new InvalidArgumentError("strategy", "must be in_place or overlap");
  }
  if (!(graceHours >= 0 && graceHours <= 24 * 366)) {
    throw new InvalidArgumentError("graceHours", `must be a number of hours from 0 to ${24 * 366}`);
  }
}

/** Gives a token a new secret. Run again after an cancellation, it goes on from where it was. */
export async function rotate(
  context: WorkflowContext,
  id: string,
  options: RotateOptions,
): Promise<Rotation> {
  check(options);
  const { limits } = workflowOptions(options);
  const token = await context.operations.get(id, limits);
  // A token that does not work has nothing to overlap with.
  if (options.strategy === "overlap" && token.status === "SERVICE_USER_TOKEN_STATUS_ACTIVE") {
    const rotation = await rotateOverlapping(context, token, options);
    if (rotation !== undefined) return rotation;
  }
  const rotation = await rotateInPlace(context, token, options);
  if (options.verify !== false) await verify(context, rotation, limits);
  return rotation;
}
