import type { MockServer } from "@safetyculture-tokens/mock-server";
import type { RunningTerraform } from "../acceptance/terraform.js";
import type { Random } from "./random.js";

const OPERATIONS = [
  "ServiceUserTokensService_ListServiceUserTokens",
  "ServiceUserTokensService_CreateServiceUserToken",
  "ServiceUserTokensService_GetServiceUserToken",
  "ServiceUserTokensService_UpdateServiceUserToken",
  "ServiceUserTokensService_RevokeServiceUserToken",
  "ServiceUserTokensService_RegenerateServiceUserToken",
  "ServiceUserTokensService_DeleteServiceUserToken",
  "UsersService_WhoAmI",
] as const;

type Fault = Parameters<MockServer["faults"]["add"]>[0];

/** Sets some faults of the server, and says which. */
export function setFaults(server: MockServer, random: Random): string[] {
  const faults = Array.from({ length: random.below(4) }, () => randomFault(random));
  for (const fault of faults) server.faults.add(fault);
  return faults.map((fault) => `${fault.kind} of ${String(fault.operation).replace(/^.*_/, "")}`);
}

function randomFault(random: Random): Fault {
  const operation = random.pick(OPERATIONS);
  const times = 1 + random.below(3);
  const after = random.below(3);
  const when = random.pick(["before_handling", "after_commit"] as const);
  switch (random.below(6)) {
    case 0:
      return { operation, kind: "drop", when, times, after };
    case 1:
      return { operation, kind: "reset", when, times, after };
    case 2:
      return { operation, kind: "status", status: random.pick([500, 502, 503, 429]), when, times, after };
    case 3:
      return { operation, kind: "truncated_body", bytes: random.below(200), times, after };
    case 4:
      return { operation, kind: "delay", milliseconds: 2_500, when, times, after };
    default:
      return { operation: OPERATIONS[0], kind: "stale_list", times };
  }
}

/** What somebody does behind Terraform's back. */
export type Interruption = "none" | "interrupt" | "kill" | "kill all";

/** Ends a running command in one of the ways that commands end, after a while. */
export async function interruptSometimes(running: RunningTerraform, random: Random): Promise<Interruption> {
  const kind = random.pick<Interruption>(["none", "none", "interrupt", "kill", "kill all"]);
  if (kind === "none") return kind;
  const wait = random.below(1_500);
  await Promise.race([running.exitCode, new Promise((resolve) => setTimeout(resolve, wait))]);
  if (kind === "interrupt") running.interrupt();
  else if (kind === "kill") running.kill();
  else running.killAll();
  return kind;
}
