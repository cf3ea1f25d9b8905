import type { ErrorBody, ErrorReason } from "./contract/types.js";
import { redactText } from "./text/redact.js";

/** gRPC status codes, as the API puts them into the body of an error. */
export const Code = {
  INVALID_ARGUMENT: 3,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
} as const;

/** A field of a request that breaks a rule. */
export interface FieldViolation {
  /** Path of the field, such as `permissions[2]`. */
  readonly field: string;
  readonly description: string;
}

interface ApiErrorInit {
  readonly status: number;
  readonly code: number;
  readonly reason: ErrorReason;
  readonly message: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly violations?: readonly FieldViolation[];
  readonly headers?: Readonly<Record<string, string>>;
}

const domain = "api.safetyculture.com";

/** A call that fails, in the API's own shape. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: number;
  readonly reason: ErrorReason;
  readonly headers: Readonly<Record<string, string>>;
  readonly #metadata: Readonly<Record<string, string>> | undefined;
  readonly #violations: readonly FieldViolation[];

  constructor(init: ApiErrorInit) {
    // A message may quote the request, and people put secrets where none belongs.
    super(redactText(init.message));
    this.status = init.status;
    this.code = init.code;
    this.reason = init.reason;
    this.headers = init.headers ?? {};
    this.#metadata = init.metadata;
    this.#violations = init.violations ?? [];
  }

  /** The error as it goes over the wire: a google.rpc.ErrorInfo, then a BadRequest where fields are at fault. */
  get body(): ErrorBody {
    const details: ErrorBody["details"] = [
      {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        reason: this.reason,
        domain,
        ...(this.#metadata === undefined ? {} : { metadata: { ...this.#metadata } }),
      },
    ];
    if (this.#violations.length > 0) {
      details.push({
        "@type": "type.googleapis.com/google.rpc.BadRequest",
        field_violations: this.#violations.map(({ field, description }) => ({
          field: redactText(field),
          description: redactText(description),
        })),
      });
    }
    return { code: this.code, message: this.message, details };
  }
}

/** 400 with code 3: fields that are not valid. The message has the first, in the form `field: rule`. */
export function invalidRequest(
  violations: readonly FieldViolation[],
  reason: ErrorReason = "INVALID_REQUEST",
): ApiError {
  const [first] = violations;
  return new ApiError({
    status: 400,
    code: Code.INVALID_ARGUMENT,
    reason,
    message: first === undefined ? "the request is not valid" : `${first.field}: ${first.description}`,
    violations,
  });
}

/** 400 with code 9: a limit, or a token in the wrong state. */
export function failedPrecondition(
  reason: ErrorReason,
  message: string,
  metadata: Readonly<Record<string, string>>,
): ApiError {
  return new ApiError({ status: 400, code: Code.FAILED_PRECONDITION, reason, message, metadata });
}

/** 404: no such token here, or one of another organization or person, which looks the same. */
export function tokenNotFound(id: string): ApiError {
  return new ApiError({
    status: 404,
    code: Code.NOT_FOUND,
    reason: "TOKEN_NOT_FOUND",
    message: `the token ${id} was not found`,
    metadata: { id },
  });
}

/** 401: no credential, or one that is unknown, revoked or expired; which of them is not told. */
export function unauthenticated(message: string): ApiError {
  return new ApiError({
    status: 401,
    code: Code.UNAUTHENTICATED,
    reason: "UNAUTHENTICATED",
    message,
    headers: { "www-authenticate": "Bearer" },
  });
}

/** 403: the credential may not make this call. */
export function forbidden(
  reason: ErrorReason,
  message: string,
  metadata?: Readonly<Record<string, string>>,
): ApiError {
  return new ApiError({
    status: 403,
    code: Code.PERMISSION_DENIED,
    reason,
    message,
    ...(metadata === undefined ? {} : { metadata }),
  });
}

/** 500: the mock itself is at fault. */
export function internal(message: string): ApiError {
  return new ApiError({ status: 500, code: Code.INTERNAL, reason: "INTERNAL", message });
}
