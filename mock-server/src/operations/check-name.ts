import { ApiError, Code } from "../errors.js";
import type { OperationContext } from "./operation.js";

/** Under the assumption of unique names: throws 409 when another token of the organization has the name. */
export function checkNameIsFree(
  name: string,
  ownId: string | undefined,
  { caller, assumptions }: OperationContext,
): void {
  if (!assumptions.uniqueNames) return;
  for (const token of caller.organization.serviceUserTokens.values()) {
    if (token.name !== name || token.id === ownId) continue;
    throw new ApiError({
      status: 409,
      code: Code.ALREADY_EXISTS,
      reason: "NAME_ALREADY_EXISTS",
      message: `the token ${token.id} has the name "${name}" already`,
      metadata: { id: token.id },
    });
  }
}
