import type { Answer } from "../http/answer.js";
import type { RateLimitHeaders } from "../http/rate-limit.js";
import type { FaultOf } from "./fault.js";

/** gRPC codes of the HTTP statuses that have one of their own. */
const codes: Readonly<Record<number, number>> = {
  400: 3,
  401: 16,
  403: 7,
  404: 5,
  408: 4,
  409: 10,
  429: 8,
  499: 1,
  501: 12,
  502: 14,
  503: 14,
  504: 4,
};

/** The answer that a status fault gives: in the API's own shape, or in the shape of whatever stands before it. */
export function statusAnswer(fault: FaultOf<"status">, headers: RateLimitHeaders): Answer {
  const { status, raw_body, content_type = "text/html" } = fault;
  if (raw_body !== undefined) return { status, headers: {}, raw: raw_body, contentType: content_type };
  const code = fault.code ?? codes[status] ?? (status < 500 ? 9 : 13);
  const reason = fault.reason ?? (code === 14 ? "UNAVAILABLE" : "INTERNAL");
  return {
    status,
    headers,
    body: {
      code,
      message: fault.message ?? `a fault of the mock server: status ${status}`,
      details: [
        { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, domain: "api.safetyculture.com" },
      ],
    },
  };
}
