import type { PersonCaller } from "../domain/caller.js";
import type { ServiceUserToken, UserToken } from "../domain/records.js";
import { forbidden, tokenNotFound } from "../errors.js";
import type { OperationContext } from "./operation.js";

/** The service user token of the caller's organization; one of another is not found. */
export function findServiceUserToken(id: string, { caller }: OperationContext): ServiceUserToken {
  const token = caller.organization.serviceUserTokens.get(id.toLowerCase());
  if (token === undefined) throw tokenNotFound(id);
  return token;
}

/** The person who calls; throws for a service user, which has no tokens of its own kind to manage. */
export function callingPerson({ caller }: OperationContext): PersonCaller {
  if (caller.kind === "person") return caller;
  throw forbidden("SERVICE_USER_NOT_ALLOWED", "user tokens belong to people; a service user has none");
}

/** The calling person's own token; another person's is not found. */
export function findUserToken(id: string, context: OperationContext): UserToken {
  const { organization, user } = callingPerson(context);
  const token = organization.userTokens.get(id.toLowerCase());
  if (token === undefined || token.userId !== user.id) throw tokenNotFound(id);
  return token;
}
