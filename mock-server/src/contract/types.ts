import type { components, operations } from "@safetyculture-tokens/sdk/contract";

/** An operation as `openapi-typescript` describes it. */
export interface OperationTypes {
  parameters: { path?: unknown; query?: unknown };
  requestBody?: unknown;
  responses: { 200: unknown };
}

type Json<Content> = Content extends { content: { "application/json": infer Body } } ? Body : never;

/** What an operation is called with, validated: path and query parameters, and the body. */
export interface RequestOf<Types extends OperationTypes> {
  readonly path: Readonly<NonNullable<Types["parameters"]["path"]>>;
  readonly query: Readonly<NonNullable<Types["parameters"]["query"]>>;
  readonly body: Readonly<Json<Types["requestBody"]>>;
}

/** The body of an operation's answer when it succeeds. */
export type AnswerOf<Types extends OperationTypes> = Json<Types["responses"][200]>;

/** Every operation of the API, by its operationId. */
export type OperationId = keyof operations;

export type OperationRequest<Id extends OperationId> = RequestOf<operations[Id]>;

export type OperationAnswer<Id extends OperationId> = AnswerOf<operations[Id]>;

/** The body of every failed call. */
export type ErrorBody = components["schemas"]["Error"];

/** Stable cause of a failed call. */
export type ErrorReason = components["schemas"]["ErrorReason"];

/** One entry of the permission catalogue. */
export type Permission = components["schemas"]["Permission"];

/** A JSON schema. */
export type Schema = Readonly<Record<string, unknown>>;

/** What the server needs to know of an operation. */
export interface OperationDescriptor<Id extends string> {
  readonly id: Id;
  readonly method: string;
  /** Path template, such as `/identity/v1/service_user_tokens/{id}`. */
  readonly path: string;
  /** Keys of the permissions that the caller needs, all of them. */
  readonly permissions: readonly string[];
  /** The bucket that a call counts against. */
  readonly rateLimit: "read" | "write";
  readonly integersInQuery: readonly string[];
  readonly takesBody: boolean;
  /** Schema of `{path, query, body}`. */
  readonly request: Schema;
  /** Schema of the body of a 200. */
  readonly answer: Schema;
}

/** Something that the server enforces, and where it comes from. */
export interface Rule {
  readonly id: string;
  readonly rule: string;
  readonly provenance: "documented" | "convention" | "assumed";
  readonly operations: readonly OperationId[];
  /** The assumption that turns the rule round. */
  readonly switch?: "uniqueNames" | "regenerateExpired" | "revokedCount";
}
