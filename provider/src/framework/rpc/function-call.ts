import type { CallFunction_Request, CallFunction_Response, DynamicValue } from "../../wire/gen/tfplugin6.js";
import {
  conformanceErrors,
  containsUnknown,
  Decimal,
  formatPath,
  unknown,
  type Value,
  WireError,
} from "../../wire/index.js";
import type { Call } from "../call.js";
import { DiagnosticError, Diagnostics } from "../diagnostics.js";
import { type AnyFunction, ArgumentError, type Parameter } from "../function.js";
import { functionWireType } from "../function-type.js";
import { describeFailure } from "../runtime.js";
import type { Validator } from "../schema/validator.js";
import { readValue, writeValue } from "../values.js";

/** Calls a function. Terraform shows a failure as text, at the argument when it is one's fault. */
export async function callFunction(
  definition: AnyFunction | undefined,
  { name = "", arguments: given = [] }: CallFunction_Request,
  call: Call,
): Promise<CallFunction_Response> {
  try {
    if (!definition) {
      throw new DiagnosticError("Unknown function", `This provider has no function ${name}.`);
    }
    const parameters = parametersFor(definition, given.length);
    const values = given.map((argument, index) => argumentValue(parameters[index], argument, index));
    const waits = values.some(
      (value, index) => containsUnknown(value) && !parameters[index]?.options.allowUnknown,
    );
    const type = functionWireType(definition.returns);
    if (waits) return { result: writeValue(type, unknown) };
    values.forEach((value, index) => {
      checkArgument(parameters[index], value, index);
    });
    const result = await definition.call(...values);
    return { result: writeValue(type, checkResult(definition, result, values)) };
  } catch (error) {
    return { error: failure(error, name, call) };
  }
}

/** One parameter for each argument. */
function parametersFor({ parameters, variadic }: AnyFunction, count: number): readonly Parameter[] {
  const further = Math.max(0, count - parameters.length);
  if (count < parameters.length || (further > 0 && !variadic)) {
    throw new DiagnosticError(
      "Wrong number of arguments",
      `The function takes ${parameters.length}${variadic ? " or more" : ""} arguments; ${count} are given.`,
    );
  }
  return variadic ? [...parameters, ...Array<Parameter>(further).fill(variadic)] : parameters;
}

function argumentValue(parameter: Parameter | undefined, argument: DynamicValue, index: number): Value {
  try {
    return readValue(functionWireType(parameter?.type ?? "dynamic"), argument);
  } catch (error) {
    throw error instanceof WireError ? new ArgumentError(index, error.message) : error;
  }
}

function checkArgument(parameter: Parameter | undefined, value: Value, index: number): void {
  if (!parameter || containsUnknown(value)) return;
  if (value === null) {
    if (!parameter.options.allowNull) throw new ArgumentError(index, "A value is required, not null.");
    return;
  }
  if (parameter.type === "integer" && (value instanceof Decimal || !Number.isSafeInteger(value))) {
    throw new ArgumentError(index, "A whole number between -(2^53 - 1) and 2^53 - 1 is required.");
  }
  const diagnostics = new Diagnostics();
  // A validator is declared on the parameter whose decoded value it receives.
  const validators = (parameter.options.validators ?? []) as readonly Validator<unknown>[];
  for (const validator of validators) validator.validate(value, [], diagnostics);
  const [refusal] = diagnostics.items;
  if (refusal) throw new ArgumentError(index, refusal.detail);
}

/** A result fits the function's type, and is unknown only if an argument was. */
function checkResult({ name, returns }: AnyFunction, result: unknown, args: readonly Value[]): Value {
  // Whatever the function has answered, the checks say whether it is a value of the type.
  const value = result as Value;
  const errors =
    value === undefined
      ? ["a result is required"]
      : conformanceErrors(value, functionWireType(returns)).map(({ path, message }) =>
          path.length > 0 ? `${formatPath(path)}: ${message}` : message,
        );
  if (errors.length === 0 && containsUnknown(value) && !args.some(containsUnknown)) {
    errors.push("a result of known arguments must be known");
  }
  if (errors.length === 0) return value;
  throw new DiagnosticError(
    "Invalid result withheld",
    `Function ${name} was about to give Terraform a result that breaks its rules: ${errors.join("; ")}. ` +
      "This is a bug in the provider: please report it.",
  );
}

function failure(error: unknown, name: string, call: Call): { text: string; functionArgument?: number } {
  if (error instanceof ArgumentError) {
    return { text: call.redact(error.message), functionArgument: error.argument };
  }
  if (error instanceof DiagnosticError) return { text: call.redact(`${error.summary}: ${error.detail}`) };
  call.logger.log("error", "unexpected failure", { error: describeFailure(error) });
  return {
    text:
      `Function ${name} met an error that it does not handle. This is a bug in the provider: please report it, with ` +
      "the log of a run under TF_LOG_PROVIDER=debug.",
  };
}
