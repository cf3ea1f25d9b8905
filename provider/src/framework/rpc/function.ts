import * as protocol from "../../wire/gen/tfplugin6.js";
import { typeToJson } from "../../wire/index.js";
import type { AnyFunction, Parameter } from "../function.js";
import { functionWireType } from "../function-type.js";
import type { Runtime } from "../runtime.js";
import { callFunction } from "./function-call.js";
import { plainRpc, type Rpcs, rpc } from "./rpc.js";

/** The RPCs about functions, which Terraform calls without configuring the provider. */
export function functionRpcs(runtime: Runtime): Rpcs {
  const { functions = [] } = runtime.provider;
  const byName = new Map(functions.map((definition) => [definition.name, definition]));
  return {
    GetFunctions: rpc(
      runtime,
      "GetFunctions",
      { request: protocol.GetFunctions_Request, response: protocol.GetFunctions_Response },
      {
        subject: () => ({ doing: "describing the functions" }),
        answer: async () => ({ functions: functionsToProtocol(functions) }),
        fallback: () => ({}),
      },
    ),

    CallFunction: plainRpc(
      runtime,
      "CallFunction",
      { request: protocol.CallFunction_Request, response: protocol.CallFunction_Response },
      {
        subject: ({ name = "" }) => ({
          doing: `calling function ${name}`,
          fields: { tf_function_name: name },
        }),
        answer: (request, call) => callFunction(byName.get(request.name ?? ""), request, call),
      },
    ),
  };
}

/** The functions as the protocol describes them. */
export function functionsToProtocol(
  functions: readonly AnyFunction[],
): Record<string, protocol.FunctionMessage> {
  return Object.fromEntries(
    functions.map((definition) => [
      definition.name,
      {
        parameters: definition.parameters.map(parameterToProtocol),
        ...(definition.variadic ? { variadicParameter: parameterToProtocol(definition.variadic) } : {}),
        return: { type: Buffer.from(typeToJson(functionWireType(definition.returns))) },
        summary: definition.summary,
        description: definition.description,
        descriptionKind: protocol.StringKind.MARKDOWN,
        deprecationMessage: definition.deprecated ?? "",
      },
    ]),
  );
}

const parameterToProtocol = ({ name, type, options }: Parameter): protocol.Function_Parameter => ({
  name,
  type: Buffer.from(typeToJson(functionWireType(type))),
  allowNullValue: options.allowNull ?? false,
  allowUnknownValues: options.allowUnknown ?? false,
  description: options.description,
  descriptionKind: protocol.StringKind.MARKDOWN,
});
