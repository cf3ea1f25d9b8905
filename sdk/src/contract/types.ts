import type { Secret } from "../secret.js";
import type { operations } from "./generated/operations.js";
import type { operations as Contract } from "./generated/schema.js";

/**
 * Id of an operation, such as `ServiceUserTokensService_GetServiceUserToken`.
 *
 * @example
 * ```ts
 * import type { OperationId } from "@safetyculture-tokens/sdk";
 *
 * const id: OperationId = "ServiceUserTokensService_GetServiceUserToken";
 * ```
 */
export type OperationId = keyof Contract;

type Body<Id extends OperationId> = Contract[Id] extends {
  requestBody: { content: { "application/json": infer Content } };
}
  ? Content
  : undefined;

type DefaultedField<Id extends OperationId> = (typeof operations)[Id]["defaulted"][number];

/**
 * Body of a request. Fields with a default may be left out; the generated types describe what the API works with.
 *
 * @example
 * ```ts
 * import type { RequestBody } from "@safetyculture-tokens/sdk";
 *
 * const body: RequestBody<"UserTokensService_CreateUserToken"> = { name: "my script" };
 * ```
 */
export type RequestBody<Id extends OperationId> = [DefaultedField<Id>] extends [never]
  ? Body<Id>
  : Omit<Body<Id>, DefaultedField<Id>> & Partial<Pick<Body<Id>, DefaultedField<Id> & keyof Body<Id>>>;

/**
 * Query parameters of a request.
 *
 * @example
 * ```ts
 * import type { Query } from "@safetyculture-tokens/sdk";
 *
 * const query: Query<"ServiceUserTokensService_ListServiceUserTokens"> = { page_size: 20 };
 * ```
 */
export type Query<Id extends OperationId> = NonNullable<Contract[Id]["parameters"]["query"]>;

/** Path parameters of a request. */
export type PathParameters<Id extends OperationId> = NonNullable<Contract[Id]["parameters"]["path"]>;

type Wire<Id extends OperationId> = Contract[Id]["responses"][200] extends {
  content: { "application/json": infer Body };
}
  ? Body
  : never;

type SensitiveField<Id extends OperationId> = (typeof operations)[Id]["sensitive"][number];

/**
 * Body of the response to an operation. What the contract marks as sensitive is a `Secret`.
 *
 * @example
 * ```ts
 * import type { ResponseBody } from "@safetyculture-tokens/sdk";
 *
 * type Created = ResponseBody<"ServiceUserTokensService_CreateServiceUserToken">;
 * const shown = ({ secret }: Created) => secret.fingerprint();
 * ```
 */
export type ResponseBody<Id extends OperationId> = {
  [Field in keyof Wire<Id>]: Field extends SensitiveField<Id> ? Secret : Wire<Id>[Field];
};
