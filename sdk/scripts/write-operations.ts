// Renders the table of operations as a module. Shapes that are alike are written once.
import type { ContractEntries, OperationEntry } from "./read-contract.js";

const HEADER = `/**
 * This file was generated from openapi.yaml by scripts/generate-operations.ts.
 * Do not make direct changes to the file.
 */

import type { ResponseShape, Operation, RequestRule } from "../operation.js";
import type { operations as Contract } from "./schema.js";
`;

/** Gives every distinct shape or rule one name, in the order of its first use. */
class Names {
  readonly #byText = new Map<string, string>();
  readonly #type: string;
  readonly #prefix: string;

  constructor(type: string, prefix: string) {
    this.#type = type;
    this.#prefix = prefix;
  }

  of(value: object, name: string): string {
    const text = JSON.stringify(value, null, 2);
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const given = `${this.#prefix}${name}`;
    this.#byText.set(text, given);
    return given;
  }

  declarations(): string[] {
    return [...this.#byText].map(([text, name]) => `const ${name}: ${this.#type} = ${text};\n`);
  }
}

function method(operationId: string): string {
  return operationId.slice(operationId.indexOf("_") + 1);
}

function writeOperation(entry: OperationEntry, responses: Names, rules: Names): string {
  const name = method(entry.operationId);
  const named = (record: Record<string, object>) =>
    `{ ${Object.entries(record)
      .map(([field, rule]) => `${field}: ${rules.of(rule, field)}`)
      .join(", ")} }`;
  const { operationId, summary, path, repeatable, rateLimit, permissions, sensitive, defaulted } = entry;
  const literals = {
    operationId,
    summary,
    method: entry.method,
    path,
    repeatable,
    rateLimit,
    permissions,
    sensitive,
    defaulted,
  };
  const lines = Object.entries(literals).map(([key, value]) => `    ${key}: ${JSON.stringify(value)},`);
  return [
    `  ${operationId}: {`,
    ...lines,
    `    pathRules: ${named(entry.pathRules)},`,
    `    queryRules: ${named(entry.queryRules)},`,
    `    bodyRule: ${entry.bodyRule === null ? "null" : rules.of(entry.bodyRule, name)},`,
    `    response: ${responses.of(entry.response, name)},`,
    "  },",
  ].join("\n");
}

/** The whole module. */
export function writeModule({ operations, sensitivePatterns }: ContractEntries): string {
  const responses = new Names("ResponseShape", "responseOf");
  const rules = new Names("RequestRule", "ruleOf_");
  const table = operations.map((entry) => writeOperation(entry, responses, rules));
  return [
    HEADER,
    ...responses.declarations(),
    ...rules.declarations(),
    "/** Patterns of the values that the contract marks as sensitive. */",
    `export const sensitivePatterns: readonly string[] = ${JSON.stringify(sensitivePatterns)};\n`,
    "/** Every operation of the contract, by its id. */",
    `export const operations = {\n${table.join("\n")}\n} as const satisfies Record<keyof Contract, Operation>;`,
    "",
  ].join("\n");
}
