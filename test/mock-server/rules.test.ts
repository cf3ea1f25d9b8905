/** One proof for each rule of the contract (`x-rules`): a rule without one does not compile. */
import { startMockServer } from "@safetyculture-tokens/mock-server";
import { describe, expect, test } from "vitest";
import { rules } from "../../mock-server/src/contract/generated/contract.js";
import { assumed } from "./rules/assumed.js";
import { convention } from "./rules/convention.js";
import { documented } from "./rules/documented.js";
import type { RuleId } from "./rules/proofs.js";

const proofs: Record<RuleId, () => Promise<void>> = { ...documented, ...convention, ...assumed };

describe("rules of the contract", () => {
  for (const { id, rule } of rules) test(`${id}: ${rule}`, proofs[id]);

  test("every assumption with a switch can be turned round", async () => {
    const switches = rules.flatMap((rule) => ("switch" in rule ? [rule.switch] : []));
    await using server = await startMockServer({
      assumptions: Object.fromEntries(switches.map((name) => [name, true])),
    });
    expect(switches).toEqual(["uniqueNames", "regenerateExpired", "revokedCount"]);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});
