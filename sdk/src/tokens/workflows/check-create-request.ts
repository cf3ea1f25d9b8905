import { operations } from "../../contract/generated/operations.js";
import type { CreateServiceUserTokenRequest } from "../../contract/models.js";
import { checkBody } from "../../http/request-rules.js";

/**
 * Refuses a wanted token that the contract does not allow, before a workflow makes its first call.
 *
 * @throws InvalidArgumentError
 */
export function checkCreateRequest(request: CreateServiceUserTokenRequest): void {
  checkBody(operations.ServiceUserTokensService_CreateServiceUserToken.bodyRule, request);
}
