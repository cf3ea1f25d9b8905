import type { CreateServiceUserTokenRequest, ServiceUserToken } from "../../contract/models.js";
import type { Secret } from "../../secret.js";
import { createToken } from "../issue/create-token.js";
import { checkCreateRequest } from "./check-create-request.js";
import { remove } from "./revoke-and-delete.js";
import { type WorkflowContext, type WorkflowOptions, workflowOptions } from "./workflow.js";

/**
 * A token that lives as long as the block that uses it.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const client = new SafetyCultureClient();
 * {
 *   await using temporary = await client.serviceUserTokens.createTemporary({ name: "nightly export" });
 *   await client.withApiToken(temporary.secret).users.whoAmI();
 * } // revoked and deleted here, also when the block throws
 * ```
 */
export class TemporaryToken implements AsyncDisposable {
  /** The token. */
  readonly token: ServiceUserToken;
  /** Its secret. */
  readonly secret: Secret;
  readonly #remove: () => Promise<void>;
  #removal: Promise<void> | undefined;

  /** @internal */
  constructor(token: ServiceUserToken, secret: Secret, remove: () => Promise<void>) {
    this.token = token;
    this.secret = secret;
    this.#remove = remove;
  }

  /** Revokes and deletes the token. Once done, it does nothing more; after a failure it can be called again. */
  async dispose(): Promise<void> {
    this.#removal ??= this.#remove();
    try {
      await this.#removal;
    } catch (error) {
      this.#removal = undefined;
      throw error;
    }
  }

  /** The same as {@link TemporaryToken.dispose}, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.dispose();
  }
}

/** Makes a token that is revoked and deleted when it is disposed of. */
export async function createTemporary(
  context: WorkflowContext,
  request: CreateServiceUserTokenRequest,
  options: WorkflowOptions,
): Promise<TemporaryToken> {
  checkCreateRequest(request);
  const { limits, onStep } = workflowOptions(options);
  await onStep("create", request.name);
  const { token, secret } = await createToken(context.access, request, {
    ...limits,
    onUnknownOutcome: "reconcile",
  });
  // The caller's signal may be what ended the block: cleaning up goes on without it.
  const { signal: _, ...cleanup } = options;
  return new TemporaryToken(token, secret, () => remove(context, token, cleanup));
}
