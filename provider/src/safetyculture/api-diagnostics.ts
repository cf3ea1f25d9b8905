import { ApiError, CallError, type ErrorCode, SafetyCultureError } from "@safetyculture-tokens/sdk";
import { DiagnosticError } from "../framework/index.js";

/** What failed, and what a user of Terraform does about it: the SDK's own advice speaks to programmers. */
const ADVICE: Partial<Record<ErrorCode, readonly [summary: string, next: string]>> = {
  UNAUTHORIZED: [
    "API token not accepted",
    "The provider's api_token is unknown, revoked or expired: give it a valid one in the provider block or in the " +
      "environment variable SAFETYCULTURE_API_TOKEN. No object was taken out of the state.",
  ],
  FORBIDDEN: [
    "Not allowed",
    "The owner of the provider's api_token lacks a permission; managing tokens needs Platform management: Organization. " +
      "No object was taken out of the state.",
  ],
  CONNECTION_FAILED: [
    "API not reachable",
    "Check api_url (or the environment variable SAFETYCULTURE_API_URL), the network and any proxy. No object was taken " +
      "out of the state.",
  ],
  TIMEOUT: ["API too slow", "Run it again, or allow more time with request_timeout_seconds or timeouts."],
  TOKEN_LIMIT_REACHED: [
    "Limit of active tokens reached",
    "An organization has at most 20 active tokens, and a token that is made is active at first. Pause, revoke or delete " +
      "another one that is no longer needed, then apply again.",
  ],
  RATE_LIMITED: ["Too many calls", "Run it again later, with a lower -parallelism."],
  OUTCOME_UNKNOWN: [
    "Outcome unknown",
    "The API did not say whether it was carried out, and the provider could not find out. Look at the list of tokens, " +
      "in the web app or with the data source safetyculture_service_user_tokens, before you apply again.",
  ],
  AMBIGUOUS_TOKENS: [
    "Outcome unknown",
    "The answer was lost, and more than one token could be the one that was made. Import the right one, or delete it.",
  ],
};

/** Turns a failure of the SDK into a diagnostic that says what the provider was doing; other failures pass. */
export async function asDiagnostic<T>(doing: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw diagnosticOf(error, doing);
  }
}

/** Takes "not found" for an answer. */
export async function orAbsent<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (SafetyCultureError.is(error) && error.code === "NOT_FOUND") return undefined;
    throw error;
  }
}

/** Does something else after a failure of this code, and passes others on. */
export function unless<T>(error: unknown, code: ErrorCode, instead: () => Promise<T>): Promise<T> {
  if (SafetyCultureError.is(error) && error.code === code) return instead();
  throw error;
}

function diagnosticOf(error: unknown, doing: string): unknown {
  // Who stopped the call knows why: an interrupted Terraform, or a timeout of the operation.
  if (!SafetyCultureError.is(error)) return error;
  if (error.code === "ABORTED") return error.cause instanceof DiagnosticError ? error.cause : error;
  const advice = ADVICE[error.code];
  const [summary, explanation] = advice
    ? [advice[0], `${advice[1]}\n\n${factsOf(error)}`]
    : ["API call failed", `What had been done before is in the state.\n\n${error.message}`];
  return new DiagnosticError(summary, `The provider could not ${doing}. ${explanation}`);
}

/** What the support of either side asks for: the call, how it ended, and its id. */
function factsOf(error: SafetyCultureError): string {
  if (!(error instanceof CallError)) return error.message;
  if (error.cause instanceof CallError) return factsOf(error.cause);
  const ending =
    error instanceof ApiError
      ? [`HTTP ${error.status}`, error.reason].filter(Boolean).join(" ")
      : error.cause instanceof Error && error.cause.message !== ""
        ? error.cause.message
        : error.code;
  const attempts = error.attempts > 1 ? ` after ${error.attempts} attempts` : "";
  return `${error.method} ${error.path}: ${ending}${attempts} (request ${error.requestId})`;
}
