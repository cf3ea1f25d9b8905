import type {
  UpgradeResourceState_Request,
  UpgradeResourceState_Response,
} from "../../wire/gen/tfplugin6.js";
import type { ObjectValue } from "../../wire/index.js";
import type { Call } from "../call.js";
import { DiagnosticError } from "../diagnostics.js";
import type { AnyResource } from "../provider.js";
import { writeObject } from "../values.js";
import { completeState, decodeStored, storedDocument, storedJson } from "./stored-state.js";

/** Brings a stored state to the present version. Terraform asks this before every use of a state, also of a present one. */
export async function upgradeResource(
  resource: AnyResource<unknown>,
  request: UpgradeResourceState_Request,
  call: Call,
): Promise<UpgradeResourceState_Response> {
  const { attributes, version = 0 } = resource.schema;
  const { typeName = "", version: stored = 0 } = request;
  const text = storedJson(request.rawState);
  const state =
    stored === version
      ? decodeStored(attributes, text)
      : await upgrade(resource, { typeName, stored, text }, call);
  call.mask(attributes, state);
  return { upgradedState: writeObject(attributes, state) };
}

async function upgrade(
  { schema: { attributes, version = 0 }, upgraders = {} }: AnyResource<unknown>,
  { typeName, stored, text }: { readonly typeName: string; readonly stored: number; readonly text: string },
  call: Call,
): Promise<ObjectValue | undefined> {
  const upgrader = Object.hasOwn(upgraders, stored) ? upgraders[stored] : undefined;
  if (!upgrader) throw unknownVersion(typeName, stored, version, Object.keys(upgraders));
  const json = storedDocument(text);
  if (!json) return undefined;
  const state = upgrader.priorAttributes ? decodeStored(upgrader.priorAttributes, text) : undefined;
  call.mask(upgrader.priorAttributes ?? {}, state);
  const upgraded = await upgrader.upgrade({ json, state: state as never, logger: call.logger });
  return completeState(attributes, upgraded, "Invalid upgraded state withheld");
}

function unknownVersion(
  typeName: string,
  stored: number,
  version: number,
  upgradable: readonly string[],
): DiagnosticError {
  const known = [...upgradable, String(version)].join(", ");
  return stored > version
    ? new DiagnosticError(
        "State written by a newer provider",
        `The stored state of ${typeName} has version ${stored}; this provider knows ${known}. Use the version of the ` +
          "provider that wrote it, or a newer one.",
      )
    : new DiagnosticError(
        "State of an unknown version",
        `The stored state of ${typeName} has version ${stored}; this provider knows ${known}. Apply the configuration ` +
          "once with a version of the provider in between, then with this one.",
      );
}
