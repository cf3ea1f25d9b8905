import * as protocol from "../../wire/gen/tfplugin6.js";
import { validateConfig } from "../config-validation.js";
import { DiagnosticError } from "../diagnostics.js";
import type { Runtime } from "../runtime.js";
import { type SchemaDefinition, schemaToProtocol } from "../schema/to-protocol.js";
import { readObject } from "../values.js";
import { type Rpcs, rpc } from "./rpc.js";

const CAPABILITIES: protocol.ServerCapabilities = {
  planDestroy: true,
  getProviderSchemaOptional: true,
};

/** The RPCs about the provider as a whole. */
export function providerRpcs(runtime: Runtime): Rpcs {
  const { provider } = runtime;
  const { attributes } = provider.schema;
  const typeName = (thing: { readonly name: string }): string => `${provider.name}_${thing.name}`;
  const schemas = (things: readonly { readonly name: string; readonly schema: SchemaDefinition }[]) =>
    Object.fromEntries(things.map((thing) => [typeName(thing), schemaToProtocol(thing.schema)]));

  return {
    GetMetadata: rpc(protocol.GetMetadata_Request, protocol.GetMetadata_Response, async () => ({
      serverCapabilities: CAPABILITIES,
      resources: provider.resources.map((resource) => ({ typeName: typeName(resource) })),
      dataSources: provider.dataSources.map((source) => ({ typeName: typeName(source) })),
    })),

    GetProviderSchema: rpc(
      protocol.GetProviderSchema_Request,
      protocol.GetProviderSchema_Response,
      async () => ({
        provider: schemaToProtocol(provider.schema),
        resourceSchemas: schemas(provider.resources),
        dataSourceSchemas: schemas(provider.dataSources),
        serverCapabilities: CAPABILITIES,
      }),
    ),

    ValidateProviderConfig: rpc(
      protocol.ValidateProviderConfig_Request,
      protocol.ValidateProviderConfig_Response,
      (request) =>
        runtime.answer(
          "validating the provider's configuration",
          async (diagnostics) => {
            const config = readObject(attributes, request.config);
            if (config) {
              runtime.mask(attributes, config);
              validateConfig(attributes, config, diagnostics);
              provider.validate?.(config as never, diagnostics);
            }
            return {};
          },
          () => ({}),
        ),
    ),

    ConfigureProvider: rpc(
      protocol.ConfigureProvider_Request,
      protocol.ConfigureProvider_Response,
      (request, connection) =>
        runtime.answer(
          "configuring the provider",
          async (diagnostics) => {
            const config = readObject(attributes, request.config);
            if (!config)
              throw new DiagnosticError("No configuration", "Terraform sent no provider configuration.");
            runtime.mask(attributes, config);
            const client = await provider.configure({
              config: config as never,
              terraformVersion: request.terraformVersion ?? "",
              diagnostics,
              logger: runtime.logger,
              registerSecret: (secret) => runtime.redactor.add(secret),
            });
            runtime.setClient(connection, client);
            return {};
          },
          () => ({}),
        ),
    ),

    StopProvider: rpc(protocol.StopProvider_Request, protocol.StopProvider_Response, async () => {
      runtime.cancel();
      return { Error: "" };
    }),
  };
}
