import { startMockServer } from "@safetyculture-tokens/mock-server";
import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { expect, it } from "vitest";

it("expires a token after 45 days without use", async () => {
  await using server = await startMockServer({ port: 0 });
  await using client = new SafetyCultureClient({ baseUrl: server.url, apiToken: server.apiToken });
  const { token } = await client.serviceUserTokens.create({
    name: "weekly-report",
    permissions: ["inspections.view"],
  });

  server.clock.advance({ days: 45 });

  const { status } = await client.serviceUserTokens.get(token.id);
  expect(status).toBe("SERVICE_USER_TOKEN_STATUS_EXPIRED");
});
