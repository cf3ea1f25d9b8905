import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

/** A server that does what a test says, for responses and failures that the mock server does not give. */
export interface PlainServer {
  readonly url: string;
  readonly server: Server;
  /** Requests so far. */
  readonly requests: readonly IncomingMessage[];
  /** Connections so far. */
  readonly connections: () => number;
}

/** Starts it; it is gone when the test is finished. */
export async function startPlainServer(
  respond: (request: IncomingMessage, response: ServerResponse, count: number) => void,
): Promise<PlainServer> {
  const requests: IncomingMessage[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    request.resume();
    request.once("end", () => respond(request, response, requests.length));
  });
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, server, requests, connections: () => connections };
}

/** A token as the API shows it. */
export const sampleToken = {
  id: "6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69",
  service_user_id: "user_0123456789abcdef0123456789abcdef",
  organisation_id: "role_0123456789abcdef0123456789abcdef",
  name: "power-bi",
  inactivity_expiry_days: 45,
  permissions: ["inspections.view"],
  status: "SERVICE_USER_TOKEN_STATUS_ACTIVE",
  created_at: "2026-01-01T00:00:00Z",
  updated_at: "2026-01-01T00:00:00Z",
  secret_issued_at: "2026-01-01T00:00:00Z",
  last_used_at: null,
  revoked_at: null,
  expires_at: "2026-02-15T00:00:00Z",
};

/** Responds with JSON. */
export function json(response: ServerResponse, status: number, body: unknown, headers: object = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** An error in the API's shape. */
export function problem(code: number, reason: string, message: string, metadata?: Record<string, string>) {
  const type = "type.googleapis.com/google.rpc.ErrorInfo";
  return {
    code,
    message,
    details: [{ "@type": type, reason, domain: "api.safetyculture.com", ...(metadata && { metadata }) }],
  };
}
