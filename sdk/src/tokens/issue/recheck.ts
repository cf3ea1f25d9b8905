import type { Transport } from "../../http/transport.js";
import type { ReconcileOptions } from "./reconciliation.js";

/** Waits as long as a call whose response was lost may still be at work. Ends early when the caller aborts. */
export function recheck(
  transport: Transport,
  { recheckAfterMs = 2000, signal }: ReconcileOptions,
): Promise<void> {
  return transport.sleep(recheckAfterMs, signal);
}
