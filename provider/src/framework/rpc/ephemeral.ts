import * as protocol from "../../wire/gen/tfplugin6.js";
import type { Runtime } from "../runtime.js";
import { closeEphemeral, openEphemeral, renewEphemeral } from "./ephemeral-life.js";
import { type Rpcs, rpc } from "./rpc.js";
import { finder } from "./type-names.js";
import { validate } from "./validate.js";

/** The RPCs about ephemeral resources. */
export function ephemeralRpcs(runtime: Runtime): Rpcs {
  const { provider } = runtime;
  const find = finder(provider, "ephemeral resource", provider.ephemeralResources ?? []);
  const subject =
    (doing: string) =>
    ({ typeName = "" }: { typeName?: string }) => ({
      doing: `${doing} ephemeral ${typeName}`,
      fields: { tf_ephemeral_resource_type: typeName },
    });
  return {
    ValidateEphemeralResourceConfig: rpc(
      runtime,
      "ValidateEphemeralResourceConfig",
      {
        request: protocol.ValidateEphemeralResourceConfig_Request,
        response: protocol.ValidateEphemeralResourceConfig_Response,
      },
      {
        subject: subject("validating"),
        answer: async (request, call) => validate(call.about(find(request.typeName)), request, call),
        fallback: () => ({}),
      },
    ),

    OpenEphemeralResource: rpc(
      runtime,
      "OpenEphemeralResource",
      { request: protocol.OpenEphemeralResource_Request, response: protocol.OpenEphemeralResource_Response },
      {
        subject: subject("opening"),
        answer: async (request, call) => openEphemeral(call.about(find(request.typeName)), request, call),
        fallback: () => ({}),
      },
    ),

    RenewEphemeralResource: rpc(
      runtime,
      "RenewEphemeralResource",
      {
        request: protocol.RenewEphemeralResource_Request,
        response: protocol.RenewEphemeralResource_Response,
      },
      {
        subject: subject("renewing"),
        answer: async (request, call) => renewEphemeral(call.about(find(request.typeName)), request, call),
        fallback: ({ private: kept }) => (kept ? { private: kept } : {}),
      },
    ),

    CloseEphemeralResource: rpc(
      runtime,
      "CloseEphemeralResource",
      {
        request: protocol.CloseEphemeralResource_Request,
        response: protocol.CloseEphemeralResource_Response,
      },
      {
        subject: subject("closing"),
        answer: async (request, call) => closeEphemeral(call.about(find(request.typeName)), request, call),
        fallback: () => ({}),
      },
    ),
  };
}
