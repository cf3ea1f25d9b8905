/** What the client knows of an operation at run time. The table is generated from `openapi.yaml`. */

/** What a tolerant reader checks of a response: required fields and their types; more fields and values may come. */
export interface ResponseShape {
  readonly type: "object" | "map" | "array" | "string" | "integer" | "number" | "boolean";
  readonly nullable?: boolean;
  /** Marked `x-sensitive`: becomes a `Secret` as soon as it is read. */
  readonly sensitive?: boolean;
  /** Fields that an object must have. */
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ResponseShape>>;
  /** Shape of each value of a map. */
  readonly values?: ResponseShape;
  /** Shape of each item of an array. */
  readonly items?: ResponseShape;
}

/** What a request must keep to, so that a mistake is named before anything is sent. */
export interface RequestRule {
  readonly type: "object" | "array" | "string" | "integer" | "number" | "boolean";
  /** Unicode code points. */
  readonly minLength?: number;
  /** Unicode code points. */
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly uniqueItems?: boolean;
  /** The only numbers allowed. */
  readonly oneOf?: readonly number[];
  readonly items?: RequestRule;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, RequestRule>>;
}

/** One operation of the contract. */
export interface Operation {
  readonly operationId: string;
  /** What it does, as a sentence: "Create a service user token". */
  readonly summary: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path template, such as `/identity/v1/service_user_tokens/{id}`. */
  readonly path: string;
  /** Whether the call may be sent again when its response was lost. */
  readonly repeatable: boolean;
  /** The rate limit that it counts against. */
  readonly rateLimit: "read" | "write";
  /** Permissions that the caller needs, all of them. */
  readonly permissions: readonly string[];
  /** Top-level fields of the response that are `Secret`s. */
  readonly sensitive: readonly string[];
  /** Top-level fields of the body that may be left out, because the API has a default. */
  readonly defaulted: readonly string[];
  readonly pathRules: Readonly<Record<string, RequestRule>>;
  readonly queryRules: Readonly<Record<string, RequestRule>>;
  readonly bodyRule: RequestRule | null;
  readonly response: ResponseShape;
}
