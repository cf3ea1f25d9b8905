import "@safetyculture-tokens/mock-server/vitest";
import { startMockServer } from "@safetyculture-tokens/mock-server";
import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { expect, it } from "vitest";

it("has a token whose secret nobody knows after an answer that was lost", async () => {
  await using server = await startMockServer({ seed: 1 });
  await using client = new SafetyCultureClient({ baseUrl: server.url, apiToken: server.apiToken });
  const lost = server.faults.add({
    operation: "ServiceUserTokensService_CreateServiceUserToken",
    kind: "drop",
    when: "after_commit",
    times: 1,
  });

  await expect(
    client.serviceUserTokens.create({
      name: "weekly-report",
      permissions: ["inspections.view"],
    }),
  ).rejects.toThrow();

  expect(lost.hits).toBe(1);
  expect(server.tokens().service_user_tokens).toMatchObject([
    { name: expect.stringMatching(/^weekly-report \(creating \w+\)$/) },
  ]);
  expect(server).toHaveReceived("ServiceUserTokensService_CreateServiceUserToken", { times: 1 });
});
