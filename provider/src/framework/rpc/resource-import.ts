import type { ImportResourceState_Request, ImportResourceState_Response } from "../../wire/gen/tfplugin6.js";
import { unknown } from "../../wire/index.js";
import type { Call } from "../call.js";
import { DiagnosticError } from "../diagnostics.js";
import { PrivateStore } from "../private-state.js";
import type { AnyResource } from "../provider.js";
import { writeObject } from "../values.js";
import { IMPORTED } from "./resource-read.js";
import { completeState } from "./stored-state.js";

/** Finds the objects behind an import id. Terraform reads each of them right afterwards. */
export async function importResource(
  resource: AnyResource<unknown>,
  request: ImportResourceState_Request,
  call: Call,
): Promise<ImportResourceState_Response> {
  const { attributes } = resource.schema;
  const { typeName = "", id = "" } = request;
  if (!resource.import) throw new DiagnosticError("Import not supported", `${typeName} cannot be imported.`);
  if (id === "") {
    throw new DiagnosticError("Import without an id", `Say which ${typeName} to import, by its id.`);
  }
  const importState = resource.import.bind(resource);
  const deferralAllowed = call.deferralAllowed(request.clientCapabilities);
  return call.orDeferred<ImportResourceState_Response>(
    deferralAllowed,
    async () => {
      const privateState = new PrivateStore(undefined);
      privateState.setNote(IMPORTED, true);
      const found = await importState({ ...call.operation(), id, privateState, deferralAllowed });
      const objects = (Array.isArray(found) ? found : [found]).map((partial) =>
        completeState(attributes, partial, "Invalid imported state withheld"),
      );
      if (objects.length === 0) {
        throw new DiagnosticError("Nothing to import", `There is no ${typeName} ${JSON.stringify(id)}.`);
      }
      call.mask(attributes, ...objects);
      return {
        importedResources: objects.map((state) => ({
          typeName,
          state: writeObject(attributes, state),
          private: privateState.bytes(),
        })),
      };
    },
    (deferral) => ({
      importedResources: [{ typeName, state: writeObject(attributes, unknown) }],
      deferred: deferral.toProtocol(),
    }),
  );
}
