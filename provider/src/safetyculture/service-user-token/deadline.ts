import { isUnknown, parseDuration } from "../../framework/index.js";
import { DEFAULT_TIMEOUTS, type TokenPlan } from "./schema.js";

/** How long an operation may take by the plan's `timeouts`, in milliseconds. */
export function deadlineOf({ timeouts }: TokenPlan, operation: "create" | "update"): number {
  const configured = timeouts === null || isUnknown(timeouts) ? null : timeouts[operation];
  const text = configured === null || isUnknown(configured) ? DEFAULT_TIMEOUTS[operation] : configured;
  return parseDuration(text) ?? 0;
}
