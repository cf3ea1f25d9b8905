import {
  IncompleteWorkflowError,
  type IssuedToken,
  type PreviousToken,
  type RotateOptions,
  type ServiceUserToken,
} from "@safetyculture-tokens/sdk";
import { formatTime } from "./service-user-token/state.js";

const HOUR_MS = 3_600_000;

/** A token with its new secret. */
export type Issued = IssuedToken<ServiceUserToken>;

/** A token that was created. */
export interface Created extends Issued {
  /** Whether it has its name; otherwise it still has that of a create. */
  readonly isNamed: boolean;
}

/** A token that was rotated. */
export interface RotatedToken extends Issued {
  /** The outgoing token of an overlapping rotation. */
  readonly outgoing: PreviousToken | null;
  /** Whether a call with the new secret was seen to succeed. */
  readonly verified: boolean;
}

/**
 * What a create made although a step after it failed: the secret is in hand, whatever that was.
 *
 * @throws the error when no secret was issued.
 */
export function createdDespite(error: unknown): Created {
  if (error instanceof IncompleteWorkflowError)
    return { token: error.token, secret: error.secret, isNamed: false };
  throw error;
}

/** What a failed rotation stopped at once its secret was issued; `undefined` when none was. */
export function incompleteRotation(error: unknown): IncompleteWorkflowError | undefined {
  if (error instanceof IncompleteWorkflowError) return error;
  return error instanceof Error && error.cause instanceof IncompleteWorkflowError ? error.cause : undefined;
}

/** The rotated token, whose new secret was not seen to work. */
export function rotatedUnverified(
  { token, secret }: IncompleteWorkflowError,
  { id, name }: Pick<ServiceUserToken, "id" | "name">,
  options: RotateOptions,
  now: Date,
): RotatedToken {
  // A token beside the one that was rotated: that one goes on working, and must not be left without an owner.
  const retireAfter = formatTime(now.getTime() + (options.graceHours ?? 24) * HOUR_MS);
  const outgoing = token.id === id ? null : { id, name, retireAfter };
  return { token: { ...token, name: options.name ?? token.name }, secret, outgoing, verified: false };
}
