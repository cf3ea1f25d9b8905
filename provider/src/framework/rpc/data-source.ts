import * as protocol from "../../wire/gen/tfplugin6.js";
import type { ObjectValue } from "../../wire/index.js";
import type { Call } from "../call.js";
import { DiagnosticError } from "../diagnostics.js";
import { markComputedUnknown } from "../planning/unknowns.js";
import type { AnyDataSource } from "../provider.js";
import type { Runtime } from "../runtime.js";
import { stateViolations } from "../self-check/state.js";
import { withheld } from "../self-check/violation.js";
import { readObject, writeObject } from "../values.js";
import { type Rpcs, rpc } from "./rpc.js";
import { finder } from "./type-names.js";
import { validate } from "./validate.js";

/** The RPCs about data sources. */
export function dataSourceRpcs(runtime: Runtime): Rpcs {
  const { provider } = runtime;
  const find = finder(provider, "data source", provider.dataSources);
  const subject =
    (doing: string) =>
    ({ typeName = "" }: { typeName?: string }) => ({
      doing: `${doing} data ${typeName}`,
      fields: { tf_data_source_type: typeName },
    });
  return {
    ValidateDataResourceConfig: rpc(
      runtime,
      "ValidateDataResourceConfig",
      {
        request: protocol.ValidateDataResourceConfig_Request,
        response: protocol.ValidateDataResourceConfig_Response,
      },
      {
        subject: subject("validating"),
        answer: async (request, call) => validate(call.about(find(request.typeName)), request, call),
        fallback: () => ({}),
      },
    ),

    ReadDataSource: rpc(
      runtime,
      "ReadDataSource",
      { request: protocol.ReadDataSource_Request, response: protocol.ReadDataSource_Response },
      {
        subject: subject("reading"),
        answer: async (request, call) => read(call.about(find(request.typeName)), request, call),
        fallback: () => ({}),
      },
    ),
  };
}

async function read(
  source: AnyDataSource<unknown>,
  request: protocol.ReadDataSource_Request,
  call: Call,
): Promise<protocol.ReadDataSource_Response> {
  const { attributes } = source.schema;
  const config = readObject(attributes, request.config);
  if (!config) throw new DiagnosticError("No configuration", "Terraform sent no configuration to read by.");
  call.mask(attributes, config);
  const deferralAllowed = call.deferralAllowed(request.clientCapabilities);
  return call.orDeferred<protocol.ReadDataSource_Response>(
    deferralAllowed,
    async () => {
      const found: unknown = await call.limited("read", attributes, config, (operation) =>
        source.read({ ...operation, config: config as never, deferralAllowed }),
      );
      // Whatever the data source has answered, the check says whether it is a state.
      const violations = stateViolations(attributes, found as ObjectValue);
      if (violations.length > 0) throw withheld("Invalid result withheld", violations);
      call.mask(attributes, found as ObjectValue);
      return { state: writeObject(attributes, found as ObjectValue) };
    },
    (deferral) => ({
      state: writeObject(attributes, markComputedUnknown(attributes, config, config)),
      deferred: deferral.toProtocol(),
    }),
  );
}
