import type { ReadResource_Request, ReadResource_Response } from "../../wire/gen/tfplugin6.js";
import type { ObjectValue } from "../../wire/index.js";
import type { Call } from "../call.js";
import { keepEquivalent } from "../planning/equivalence.js";
import { PrivateStore } from "../private-state.js";
import type { AnyResource } from "../provider.js";
import { stateViolations } from "../self-check/state.js";
import { withheld } from "../self-check/violation.js";
import { readObject, writeObject } from "../values.js";

/** Marks an object as imported until it is read for the first time. */
export const IMPORTED = ".imported";

/** Refreshes one object; after a failure Terraform keeps what it has. */
export async function readResource(
  resource: AnyResource<unknown>,
  request: ReadResource_Request,
  call: Call,
): Promise<ReadResource_Response> {
  const { attributes } = resource.schema;
  const state = readObject(attributes, request.currentState);
  const unchanged = {
    ...(request.currentState ? { newState: request.currentState } : {}),
    private: Buffer.from(request.private ?? []),
  };
  if (!state) return unchanged;
  call.mask(attributes, state);
  const privateState = new PrivateStore(request.private);
  const imported = privateState.note(IMPORTED) === true;
  privateState.setNote(IMPORTED, undefined);
  const deferralAllowed = call.deferralAllowed(request.clientCapabilities);
  return call.orDeferred<ReadResource_Response>(
    deferralAllowed,
    async () => {
      const found: unknown = await call.limited("read", attributes, state, (operation) =>
        resource.read({ ...operation, state: state as never, privateState, imported, deferralAllowed }),
      );
      if (found === undefined || found === null) return { newState: writeObject(attributes, undefined) };
      // Whatever the resource has answered, the check says whether it is a state.
      const violations = stateViolations(attributes, found as ObjectValue);
      if (violations.length > 0) throw withheld("Invalid state withheld", violations);
      const settled = keepEquivalent(attributes, found as ObjectValue, state);
      call.mask(attributes, settled);
      return { newState: writeObject(attributes, settled), private: privateState.bytes() };
    },
    (deferral) => ({ ...unchanged, deferred: deferral.toProtocol() }),
  );
}
