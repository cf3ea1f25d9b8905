import * as protocol from "../../wire/gen/tfplugin6.js";
import type { Call } from "../call.js";
import { Deferral } from "../deferral.js";
import { DiagnosticError } from "../diagnostics.js";
import type { AnyProvider } from "../provider.js";
import type { Runtime } from "../runtime.js";
import { type SchemaDefinition, schemaToProtocol } from "../schema/to-protocol.js";
import { readObject } from "../values.js";
import { functionsToProtocol } from "./function.js";
import { plainRpc, type Rpcs, rpc } from "./rpc.js";
import { typeNameOf } from "./type-names.js";
import { validate } from "./validate.js";

/** The RPCs about the provider as a whole. */
export function providerRpcs(runtime: Runtime): Rpcs {
  const { provider } = runtime;
  const ephemeral = provider.ephemeralResources ?? [];
  const serverCapabilities: protocol.ServerCapabilities = {
    planDestroy: true,
    getProviderSchemaOptional: true,
    moveResourceState: provider.resources.some(({ movers = [] }) => movers.length > 0),
  };
  const typeNames = (things: readonly { readonly name: string }[]) =>
    things.map((thing) => ({ typeName: typeNameOf(provider, thing) }));
  const schemas = (things: readonly { readonly name: string; readonly schema: SchemaDefinition }[]) =>
    Object.fromEntries(things.map((thing) => [typeNameOf(provider, thing), schemaToProtocol(thing.schema)]));

  return {
    GetMetadata: rpc(
      runtime,
      "GetMetadata",
      { request: protocol.GetMetadata_Request, response: protocol.GetMetadata_Response },
      {
        subject: () => ({ doing: "describing the provider" }),
        answer: async () => ({
          serverCapabilities,
          resources: typeNames(provider.resources),
          dataSources: typeNames(provider.dataSources),
          ephemeralResources: typeNames(ephemeral),
          functions: (provider.functions ?? []).map(({ name }) => ({ name })),
        }),
        fallback: () => ({}),
      },
    ),

    GetProviderSchema: rpc(
      runtime,
      "GetProviderSchema",
      { request: protocol.GetProviderSchema_Request, response: protocol.GetProviderSchema_Response },
      {
        subject: () => ({ doing: "describing the provider" }),
        answer: async () => ({
          provider: schemaToProtocol(provider.schema),
          resourceSchemas: schemas(provider.resources),
          dataSourceSchemas: schemas(provider.dataSources),
          ephemeralResourceSchemas: schemas(ephemeral),
          functions: functionsToProtocol(provider.functions ?? []),
          serverCapabilities,
        }),
        fallback: () => ({}),
      },
    ),

    // Terraform 1.12 and newer ask for it; without identities the answer is empty.
    GetResourceIdentitySchemas: rpc(
      runtime,
      "GetResourceIdentitySchemas",
      {
        request: protocol.GetResourceIdentitySchemas_Request,
        response: protocol.GetResourceIdentitySchemas_Response,
      },
      {
        subject: () => ({ doing: "describing the provider" }),
        answer: async () => ({}),
        fallback: () => ({}),
      },
    ),

    ValidateProviderConfig: rpc(
      runtime,
      "ValidateProviderConfig",
      {
        request: protocol.ValidateProviderConfig_Request,
        response: protocol.ValidateProviderConfig_Response,
      },
      {
        subject: () => ({ doing: "validating the provider's configuration" }),
        answer: async (request, call) => validate(call.about(provider), request, call),
        fallback: () => ({}),
      },
    ),

    ConfigureProvider: rpc(
      runtime,
      "ConfigureProvider",
      { request: protocol.ConfigureProvider_Request, response: protocol.ConfigureProvider_Response },
      {
        subject: () => ({ doing: "configuring the provider" }),
        answer: async (request, call) => {
          await runtime.close(await configure(call.about(provider), request, call));
          return {};
        },
        fallback: () => ({}),
      },
    ),

    StopProvider: plainRpc(
      runtime,
      "StopProvider",
      { request: protocol.StopProvider_Request, response: protocol.StopProvider_Response },
      {
        subject: () => ({ doing: "stopping" }),
        answer: async (_request, call) => {
          call.connection.cancel();
          return { Error: "" };
        },
      },
    ),
  };
}

/** Makes a client of the configuration; answers the client that it replaces. */
async function configure(
  provider: AnyProvider,
  request: protocol.ConfigureProvider_Request,
  call: Call,
): Promise<{ readonly client: unknown } | undefined> {
  const { attributes } = provider.schema;
  const config = readObject(attributes, request.config);
  if (!config) throw new DiagnosticError("No configuration", "Terraform sent no provider configuration.");
  call.mask(attributes, config);
  const { connection, diagnostics, logger, signal, registerSecret } = call;
  const deferralAllowed = call.deferralAllowed(request.clientCapabilities);
  try {
    const client = await provider.configure({
      config: config as never,
      terraformVersion: request.terraformVersion ?? "",
      diagnostics,
      logger,
      registerSecret,
      signal,
      deferralAllowed,
    });
    connection.deferral = undefined;
    return connection.configure(client);
  } catch (error) {
    if (!(error instanceof Deferral && deferralAllowed)) throw error;
    connection.deferral = error;
    return connection.forget();
  }
}
