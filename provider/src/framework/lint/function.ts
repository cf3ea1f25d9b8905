import type { AnyFunction } from "../function.js";
import { typeNameProblems } from "./names.js";
import { refuse, type SchemaProblem } from "./schema-error.js";

/** Throws a `SchemaError` when Terraform could not work with a function. */
export function lintFunction({ name, parameters, variadic }: AnyFunction): void {
  const all = variadic ? [...parameters, variadic] : parameters;
  const names = all.map((parameter) => parameter.name);
  const problems = [
    ...typeNameProblems(name),
    ...names.flatMap((parameter) => typeNameProblems(parameter).map((problem) => `parameter ${problem}`)),
    ...names
      .filter((parameter, index) => names.indexOf(parameter) !== index)
      .map((parameter) => `there are two parameters of the name ${parameter}`),
  ];
  refuse(
    `function ${name}`,
    problems.map((problem): SchemaProblem => ({ path: [], problem })),
  );
}
