import * as protocol from "../../wire/gen/tfplugin6.js";
import type { ObjectValue } from "../../wire/index.js";
import { validateConfig } from "../config-validation.js";
import { DiagnosticError } from "../diagnostics.js";
import type { AnyDataSource } from "../provider.js";
import type { Runtime } from "../runtime.js";
import { describeViolations, stateViolations } from "../self-check.js";
import { readObject, writeObject } from "../values.js";
import { type Rpcs, rpc } from "./rpc.js";

/** The RPCs about data sources. */
export function dataSourceRpcs(runtime: Runtime): Rpcs {
  const { provider } = runtime;
  const sources = new Map(provider.dataSources.map((source) => [`${provider.name}_${source.name}`, source]));
  const find = (typeName = ""): AnyDataSource<unknown> => {
    const source = sources.get(typeName);
    if (!source)
      throw new DiagnosticError("Unknown data source", `This provider has no data source ${typeName}.`);
    return source;
  };
  return {
    ValidateDataResourceConfig: rpc(
      protocol.ValidateDataResourceConfig_Request,
      protocol.ValidateDataResourceConfig_Response,
      (request) =>
        runtime.answer(
          `validating data ${request.typeName}`,
          async (diagnostics) => {
            const source = find(request.typeName);
            const config = readObject(source.schema.attributes, request.config);
            if (config) {
              validateConfig(source.schema.attributes, config, diagnostics);
              source.validate?.(config as never, diagnostics);
            }
            return {};
          },
          () => ({}),
        ),
    ),

    ReadDataSource: rpc(
      protocol.ReadDataSource_Request,
      protocol.ReadDataSource_Response,
      (request, connection) =>
        runtime.answer(
          `reading data ${request.typeName}`,
          async (diagnostics) => {
            const source = find(request.typeName);
            const { attributes } = source.schema;
            const config = readObject(attributes, request.config);
            const context = runtime.operation(connection, diagnostics, request.typeName ?? "");
            const state = (await source.read({ ...context, config: config as never })) as ObjectValue;
            const violations = stateViolations(attributes, state);
            if (violations.length > 0)
              throw new DiagnosticError("Invalid result withheld", describeViolations(violations));
            return { state: writeObject(attributes, state) };
          },
          () => ({}),
        ),
    ),
  };
}
