import { nameOf, userIdOf } from "../domain/caller.js";
import type { OperationContext } from "./operation.js";

/** Writes an event into the activity log, under the caller's name. */
export function recordActivity(
  { caller, store, now }: Pick<OperationContext, "caller" | "store" | "now">,
  type: string,
  metadata: Readonly<Record<string, string>>,
): void {
  caller.organization.log({
    sequence: store.nextSequence(),
    type,
    occurredAt: now,
    userId: userIdOf(caller),
    userName: nameOf(caller),
    metadata,
  });
}

/** The metadata of an event about a service user token. */
export function aboutServiceUserToken(token: { readonly id: string; readonly name: string }) {
  return { service_user_token_id: token.id, name: token.name };
}

/** The metadata of an event about a user token. */
export function aboutUserToken(token: { readonly id: string; readonly name: string }) {
  return { user_token_id: token.id, name: token.name };
}
