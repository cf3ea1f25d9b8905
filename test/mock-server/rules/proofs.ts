import type { rules } from "../../../mock-server/src/contract/generated/contract.js";

/** A rule of the contract (`x-rules`). */
export type RuleId = (typeof rules)[number]["id"];

/** Tests of some rules. */
export type Proofs = Partial<Record<RuleId, () => Promise<void>>>;
