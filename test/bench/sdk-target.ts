// The server of the SDK benchmark, in a process of its own: one token, as fast as Node answers.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const token = {
  id: "6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69",
  service_user_id: "user_0123456789abcdef0123456789abcdef",
  organisation_id: "role_0123456789abcdef0123456789abcdef",
  name: "power-bi",
  inactivity_expiry_days: 45,
  permissions: ["inspections.export", "inspections.view", "templates.view"],
  status: "SERVICE_USER_TOKEN_STATUS_ACTIVE",
  created_at: "2026-01-01T00:00:00Z",
  updated_at: "2026-01-01T00:00:00Z",
  secret_issued_at: "2026-01-01T00:00:00Z",
  last_used_at: null,
  revoked_at: null,
  expires_at: "2026-02-15T00:00:00Z",
};
const answer = Buffer.from(JSON.stringify({ service_user_token: token }));
const headers = {
  "content-type": "application/json",
  "content-length": answer.length,
  "x-ratelimit-limit": 1_000_000,
  "x-ratelimit-remaining": 999_999,
  "x-ratelimit-reset": 60,
};

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, headers).end(answer);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${port}\n`);
});
process.stdin.resume().once("end", () => process.exit());
