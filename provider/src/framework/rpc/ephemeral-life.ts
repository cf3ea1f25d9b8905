import type {
  CloseEphemeralResource_Request,
  CloseEphemeralResource_Response,
  OpenEphemeralResource_Request,
  OpenEphemeralResource_Response,
  RenewEphemeralResource_Request,
  RenewEphemeralResource_Response,
} from "../../wire/gen/tfplugin6.js";
import type { ObjectValue } from "../../wire/index.js";
import type { Call } from "../call.js";
import { DiagnosticError } from "../diagnostics.js";
import { markComputedUnknown } from "../planning/unknowns.js";
import { PrivateStore } from "../private-state.js";
import type { AnyEphemeralResource } from "../provider.js";
import type { Attributes } from "../schema/attribute.js";
import { planViolations } from "../self-check/plan.js";
import { stateViolations } from "../self-check/state.js";
import { type Violation, withheld } from "../self-check/violation.js";
import { readObject, writeObject } from "../values.js";

type Resource = AnyEphemeralResource<unknown>;

/** Opens an ephemeral resource. What cannot be handed to Terraform is closed again: Terraform will not do it. */
export async function openEphemeral(
  resource: Resource,
  request: OpenEphemeralResource_Request,
  call: Call,
): Promise<OpenEphemeralResource_Response> {
  const { attributes } = resource.schema;
  const config = readObject(attributes, request.config);
  if (!config) throw new DiagnosticError("No configuration", "Terraform sent no configuration to open by.");
  call.mask(attributes, config);
  const privateState = new PrivateStore(undefined);
  const deferralAllowed = call.deferralAllowed(request.clientCapabilities);
  return call.orDeferred<OpenEphemeralResource_Response>(
    deferralAllowed,
    async () => {
      const opened = await call.limited("open", attributes, config, (operation) =>
        resource.open({ ...operation, config: config as never, privateState, deferralAllowed }),
      );
      const result: unknown = opened?.result;
      const renewAt: unknown = opened?.renewAt;
      const violations = resultViolations(attributes, result as ObjectValue, config);
      if (renewAt !== undefined && !isDate(renewAt)) {
        violations.push({ path: [], rule: "the time of renewal must be a valid date" });
      }
      if (violations.length > 0 || call.diagnostics.hasError) {
        await closeAgain(resource, privateState, call);
        if (violations.length > 0) throw withheld("Invalid result withheld", violations);
        return {};
      }
      call.mask(attributes, result as ObjectValue);
      return {
        result: writeObject(attributes, result as ObjectValue),
        private: privateState.bytes(),
        ...(isDate(renewAt) ? { renewAt } : {}),
      };
    },
    (deferral) => ({
      result: writeObject(attributes, markComputedUnknown(attributes, config, config)),
      deferred: deferral.toProtocol(),
    }),
  );
}

/** A result is wholly known, and what is configured is in it as it is configured. */
function resultViolations(attributes: Attributes, result: ObjectValue, config: ObjectValue): Violation[] {
  const violations = stateViolations(attributes, result);
  return violations.length > 0 ? violations : planViolations(attributes, result, config, undefined);
}

const isDate = (value: unknown): value is Date => value instanceof Date && !Number.isNaN(value.getTime());

async function closeAgain(resource: Resource, privateState: PrivateStore, call: Call): Promise<void> {
  try {
    await resource.close?.({ ...call.operation(), privateState });
  } catch (error) {
    call.report(error);
  }
}

/** Makes an open resource last longer. */
export async function renewEphemeral(
  resource: Resource,
  request: RenewEphemeralResource_Request,
  call: Call,
): Promise<RenewEphemeralResource_Response> {
  const privateState = new PrivateStore(request.private);
  try {
    const renewed = await resource.renew?.({ ...call.operation(), privateState });
    return {
      private: privateState.bytes(),
      ...(isDate(renewed?.renewAt) ? { renewAt: renewed.renewAt } : {}),
    };
  } catch (error) {
    // Terraform 1.11 drops what is answered here, so the log is the only place where a failed renewal shows.
    const message = error instanceof Error ? error.message : String(error);
    call.logger.log("error", "renewing an ephemeral resource failed", { error: message });
    throw error;
  }
}

/** Ends an open resource. */
export async function closeEphemeral(
  resource: Resource,
  request: CloseEphemeralResource_Request,
  call: Call,
): Promise<CloseEphemeralResource_Response> {
  await resource.close?.({ ...call.operation(), privateState: new PrivateStore(request.private) });
  return {};
}
