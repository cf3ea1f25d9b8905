import type { Rpc } from "../../../../provider/src/framework/rpc/rpc.js";
import type { ProviderServer } from "../../../../provider/src/framework/server.js";
import * as protocol from "../../../../provider/src/wire/gen/tfplugin6.js";
import type { PluginConnection } from "../client/connection.js";

/** Where requests go: over a socket, or straight to a server in this process. */
export type Transport = (method: string, request: Uint8Array) => Promise<Uint8Array>;

/** Requests over a connection to a plugin. */
export const overConnection =
  (connection: PluginConnection): Transport =>
  (method, request) =>
    connection.call(`/tfplugin6.Provider/${method}`, request);

/** Requests to a server in this process, as one connection of their own. */
export function inProcess(server: ProviderServer, connection: object = {}): Transport {
  return (method, request) => {
    const rpc: Rpc | undefined = server.rpc(method);
    if (!rpc) throw new Error(`${method} is not implemented`);
    return rpc(request, connection);
  };
}

interface Message<T> {
  encode(message: T): { finish(): Uint8Array };
  decode(input: Uint8Array): T;
}

const unary =
  <Q, S>(method: string, request: Message<Q>, response: Message<S>) =>
  (transport: Transport) =>
  async (message: Q): Promise<S> =>
    response.decode(await transport(method, request.encode(message).finish()));

const METHODS = {
  getProviderSchema: unary(
    "GetProviderSchema",
    protocol.GetProviderSchema_Request,
    protocol.GetProviderSchema_Response,
  ),
  getMetadata: unary("GetMetadata", protocol.GetMetadata_Request, protocol.GetMetadata_Response),
  getFunctions: unary("GetFunctions", protocol.GetFunctions_Request, protocol.GetFunctions_Response),
  getResourceIdentitySchemas: unary(
    "GetResourceIdentitySchemas",
    protocol.GetResourceIdentitySchemas_Request,
    protocol.GetResourceIdentitySchemas_Response,
  ),
  validateProviderConfig: unary(
    "ValidateProviderConfig",
    protocol.ValidateProviderConfig_Request,
    protocol.ValidateProviderConfig_Response,
  ),
  configureProvider: unary(
    "ConfigureProvider",
    protocol.ConfigureProvider_Request,
    protocol.ConfigureProvider_Response,
  ),
  stopProvider: unary("StopProvider", protocol.StopProvider_Request, protocol.StopProvider_Response),
  validateResourceConfig: unary(
    "ValidateResourceConfig",
    protocol.ValidateResourceConfig_Request,
    protocol.ValidateResourceConfig_Response,
  ),
  upgradeResourceState: unary(
    "UpgradeResourceState",
    protocol.UpgradeResourceState_Request,
    protocol.UpgradeResourceState_Response,
  ),
  readResource: unary("ReadResource", protocol.ReadResource_Request, protocol.ReadResource_Response),
  planResourceChange: unary(
    "PlanResourceChange",
    protocol.PlanResourceChange_Request,
    protocol.PlanResourceChange_Response,
  ),
  applyResourceChange: unary(
    "ApplyResourceChange",
    protocol.ApplyResourceChange_Request,
    protocol.ApplyResourceChange_Response,
  ),
  importResourceState: unary(
    "ImportResourceState",
    protocol.ImportResourceState_Request,
    protocol.ImportResourceState_Response,
  ),
  moveResourceState: unary(
    "MoveResourceState",
    protocol.MoveResourceState_Request,
    protocol.MoveResourceState_Response,
  ),
  validateDataResourceConfig: unary(
    "ValidateDataResourceConfig",
    protocol.ValidateDataResourceConfig_Request,
    protocol.ValidateDataResourceConfig_Response,
  ),
  readDataSource: unary("ReadDataSource", protocol.ReadDataSource_Request, protocol.ReadDataSource_Response),
  validateEphemeralResourceConfig: unary(
    "ValidateEphemeralResourceConfig",
    protocol.ValidateEphemeralResourceConfig_Request,
    protocol.ValidateEphemeralResourceConfig_Response,
  ),
  openEphemeralResource: unary(
    "OpenEphemeralResource",
    protocol.OpenEphemeralResource_Request,
    protocol.OpenEphemeralResource_Response,
  ),
  renewEphemeralResource: unary(
    "RenewEphemeralResource",
    protocol.RenewEphemeralResource_Request,
    protocol.RenewEphemeralResource_Response,
  ),
  closeEphemeralResource: unary(
    "CloseEphemeralResource",
    protocol.CloseEphemeralResource_Request,
    protocol.CloseEphemeralResource_Response,
  ),
  callFunction: unary("CallFunction", protocol.CallFunction_Request, protocol.CallFunction_Response),
} as const;

export type RpcClient = { readonly [K in keyof typeof METHODS]: ReturnType<(typeof METHODS)[K]> };

/** Every RPC of protocol 6.8 over a transport. */
export function rpcClient(transport: Transport): RpcClient {
  return Object.fromEntries(
    Object.entries(METHODS).map(([name, method]) => [name, method(transport)]),
  ) as RpcClient;
}
