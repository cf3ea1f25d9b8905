import type { MockServer } from "@safetyculture-tokens/mock-server";
import { expect, test } from "vitest";
import type { Api } from "./support/api.js";
import { adminOf, startServer } from "./support/server.js";

const connections = 200;
const issuing: readonly (string | null)[] = [
  "ServiceUserTokensService_CreateServiceUserToken",
  "ServiceUserTokensService_RegenerateServiceUserToken",
];
const path = "/identity/v1/service_user_tokens";

/** The most active tokens that an organization has at this moment. */
function mostActive(server: MockServer): number {
  const counts = server.organizations.map(({ id }) => {
    const own = server.tokens().service_user_tokens.filter(({ organisation_id }) => organisation_id === id);
    return own.filter(({ status }) => status === "SERVICE_USER_TOKEN_STATUS_ACTIVE").length;
  });
  return Math.max(...counts);
}

/** One client's work: it makes tokens, lists, edits, pauses, resumes and deletes, whatever the others do. */
async function work(admin: Api, client: number, statuses: number[]): Promise<void> {
  const call = async (method: string, target: string, body?: unknown) => {
    const reply = await admin.send<{ service_user_token?: { id: string } }>(method, target, body);
    statuses.push(reply.status);
    return reply.body.service_user_token?.id;
  };
  for (let round = 0; round < 2; round++) {
    const id = await call("POST", path, { name: `client ${client}` });
    await call("GET", `${path}?page_size=20`);
    if (id === undefined) continue;
    await call("PATCH", `${path}/${id}`, { inactivity_expiry_days: 60 });
    await call("POST", `${path}/${id}/revoke`);
    await call("POST", `${path}/${id}/regenerate`);
    await call("GET", `${path}/${id}`);
    if (client % 2 === 0) {
      await call("POST", `${path}/${id}/revoke`);
      await call("DELETE", `${path}/${id}`);
    }
  }
}

test("200 connections at once never make a 21st active token", async () => {
  let most = 0;
  const { server } = await startServer({
    seed: { organizations: [{}, {}] },
    onRequest: ({ operation, status }) => {
      if (status === 200 && issuing.includes(operation)) most = Math.max(most, mostActive(server));
    },
  });
  const statuses: number[] = [];
  await Promise.all(
    Array.from({ length: connections }, (_, client) => work(adminOf(server, client % 2), client, statuses)),
  );
  expect(most).toBe(20);
  expect(new Set(statuses)).toEqual(new Set([200, 400]));
  expect(server.journal.entries().filter(({ status }) => status === 500)).toEqual([]);
  expect(mostActive(server)).toBeLessThanOrEqual(20);
});

test("20 places are given to exactly 20 of 200 who ask at once", async () => {
  const { server, admin } = await startServer();
  const replies = await Promise.all(
    Array.from({ length: connections }, (_, client) =>
      admin.send("POST", path, { name: `client ${client}` }),
    ),
  );
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(mostActive(server)).toBe(20);
});
