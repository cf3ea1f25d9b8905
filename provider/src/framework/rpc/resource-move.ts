import type { MoveResourceState_Request, MoveResourceState_Response } from "../../wire/gen/tfplugin6.js";
import type { Call } from "../call.js";
import { DiagnosticError } from "../diagnostics.js";
import { PrivateStore } from "../private-state.js";
import type { AnyResource } from "../provider.js";
import { writeObject } from "../values.js";
import { completeState, storedDocument, storedJson } from "./stored-state.js";

/** Turns the state of another resource type into one of this type, for a `moved` block. */
export async function moveResource(
  resource: AnyResource<unknown>,
  request: MoveResourceState_Request,
  call: Call,
): Promise<MoveResourceState_Response> {
  const { attributes } = resource.schema;
  const { sourceProviderAddress = "", sourceTypeName = "", sourceSchemaVersion = 0 } = request;
  const json = storedDocument(storedJson(request.sourceState));
  if (!json) return { targetState: writeObject(attributes, undefined) };
  const source = {
    providerAddress: sourceProviderAddress,
    typeName: sourceTypeName,
    schemaVersion: sourceSchemaVersion,
    json,
    privateState: new PrivateStore(request.sourcePrivate),
  };
  for (const mover of resource.movers ?? []) {
    const privateState = new PrivateStore(undefined);
    const moved = await mover.move({ source, privateState, logger: call.logger });
    if (moved === undefined) continue;
    const state = completeState(attributes, moved, "Invalid moved state withheld");
    call.mask(attributes, state);
    return { targetState: writeObject(attributes, state), targetPrivate: privateState.bytes() };
  }
  throw new DiagnosticError(
    "Move not supported",
    `A ${sourceTypeName} of ${sourceProviderAddress}, version ${sourceSchemaVersion}, cannot become a ` +
      `${request.targetTypeName}. Remove the moved block; to go over to the new type, import the object.`,
  );
}
