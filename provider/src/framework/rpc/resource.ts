import * as protocol from "../../wire/gen/tfplugin6.js";
import { decodeJson, type ObjectValue } from "../../wire/index.js";
import { validateConfig } from "../config-validation.js";
import { DiagnosticError, type Diagnostics } from "../diagnostics.js";
import type { AnyResource } from "../provider.js";
import type { Runtime } from "../runtime.js";
import { objectType } from "../schema/type.js";
import { describeViolations, stateViolations } from "../self-check.js";
import { readObject, writeObject } from "../values.js";
import { applyResource } from "./apply-resource.js";
import { planResource } from "./plan-resource.js";
import { type Rpcs, rpc } from "./rpc.js";

/** The RPCs about managed resources. */
export function resourceRpcs(runtime: Runtime): Rpcs {
  const { provider } = runtime;
  const resources = new Map(
    provider.resources.map((resource) => [`${provider.name}_${resource.name}`, resource]),
  );
  const find = (typeName = ""): AnyResource<unknown> => {
    const resource = resources.get(typeName);
    if (!resource)
      throw new DiagnosticError("Unknown resource type", `This provider has no resource ${typeName}.`);
    return resource;
  };
  const operation =
    (connection: object, typeName = "") =>
    (diagnostics: Diagnostics) =>
      runtime.operation(connection, diagnostics, typeName);

  return {
    ValidateResourceConfig: rpc(
      protocol.ValidateResourceConfig_Request,
      protocol.ValidateResourceConfig_Response,
      (request) =>
        runtime.answer(
          `validating ${request.typeName}`,
          async (diagnostics) => {
            const resource = find(request.typeName);
            const config = readObject(resource.schema.attributes, request.config);
            if (config) {
              runtime.mask(resource.schema.attributes, config);
              validateConfig(resource.schema.attributes, config, diagnostics);
              resource.validate?.(config as never, diagnostics);
            }
            return {};
          },
          () => ({}),
        ),
    ),

    UpgradeResourceState: rpc(
      protocol.UpgradeResourceState_Request,
      protocol.UpgradeResourceState_Response,
      (request) =>
        runtime.answer(
          `reading the stored state of ${request.typeName}`,
          async () => {
            const { schema } = find(request.typeName);
            const json = request.rawState?.json?.toString("utf8") ?? "";
            const upgraded = decodeJson(json, objectType(schema.attributes), {
              ignoreExtraAttributes: true,
              missingAttributesNull: true,
            }) as ObjectValue;
            runtime.mask(schema.attributes, upgraded);
            return { upgradedState: writeObject(schema.attributes, upgraded) };
          },
          () => ({}),
        ),
    ),

    ReadResource: rpc(protocol.ReadResource_Request, protocol.ReadResource_Response, (request, connection) =>
      runtime.answer(
        `reading ${request.typeName}`,
        async (diagnostics) => {
          const resource = find(request.typeName);
          const { attributes } = resource.schema;
          const state = readObject(attributes, request.currentState);
          if (!state) return { newState: request.currentState, private: request.private };
          runtime.mask(attributes, state);
          const context = runtime.operation(connection, diagnostics, request.typeName ?? "");
          const found = (await resource.read({ ...context, state: state as never })) as
            | ObjectValue
            | undefined;
          if (found) {
            const violations = stateViolations(attributes, found);
            if (violations.length > 0) {
              throw new DiagnosticError("Invalid state withheld", describeViolations(violations));
            }
          }
          return { newState: writeObject(attributes, found), private: request.private };
        },
        () => ({ newState: request.currentState, private: request.private }),
      ),
    ),

    PlanResourceChange: rpc(
      protocol.PlanResourceChange_Request,
      protocol.PlanResourceChange_Response,
      (request, connection) =>
        runtime.answer<protocol.PlanResourceChange_Response>(
          `planning ${request.typeName}`,
          async (diagnostics) =>
            planResource(
              find(request.typeName),
              request,
              operation(connection, request.typeName),
              diagnostics,
            ),
          () => ({ plannedState: request.proposedNewState, plannedPrivate: request.priorPrivate }),
        ),
    ),

    ApplyResourceChange: rpc(
      protocol.ApplyResourceChange_Request,
      protocol.ApplyResourceChange_Response,
      (request, connection) =>
        runtime.answer<protocol.ApplyResourceChange_Response>(
          `applying ${request.typeName}`,
          async (diagnostics) =>
            applyResource(
              find(request.typeName),
              request,
              operation(connection, request.typeName),
              diagnostics,
              (error) => runtime.report(error, `applying ${request.typeName}`, diagnostics),
            ),
          () => ({ newState: request.priorState, private: request.plannedPrivate }),
        ),
    ),

    ImportResourceState: rpc(
      protocol.ImportResourceState_Request,
      protocol.ImportResourceState_Response,
      (request, connection) =>
        runtime.answer(
          `importing ${request.typeName}`,
          async (diagnostics) => {
            const { typeName = "", id = "" } = request;
            const resource = find(typeName);
            if (!resource.import) {
              throw new DiagnosticError("Import not supported", `${typeName} cannot be imported.`);
            }
            const state = await resource.import({
              ...runtime.operation(connection, diagnostics, typeName),
              id,
            });
            return {
              importedResources: [
                { typeName, state: writeObject(resource.schema.attributes, state as ObjectValue) },
              ],
            };
          },
          () => ({}),
        ),
    ),
  };
}
