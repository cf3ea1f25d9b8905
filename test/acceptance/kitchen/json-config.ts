import type { Attributes } from "../../../provider/src/framework/index.js";
import { Decimal, Dynamic, type Value } from "../../../provider/src/wire/index.js";

// Terraform's JSON syntax for random configurations, with every digit of their numbers.

/**
 * The body of a resource. What is null is left out. With a reference, such as `random_source.this.id`, the texts at the
 * root depend on it.
 */
export function bodyToJson(attributes: Attributes, body: Value, reference?: string): string {
  const members = Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = (body as Readonly<Record<string, Value>>)[name] ?? null;
    if (value === null) return [];
    if (attribute.kind === "block") return [member(name, bodyToJson(attribute.attributes, value))];
    if (attribute.kind === "listBlock" || attribute.kind === "setBlock") {
      const blocks = Array.isArray(value) ? (value as readonly Value[]) : [];
      return [member(name, `[${blocks.map((inner) => bodyToJson(attribute.attributes, inner)).join(",")}]`)];
    }
    const isReferring = reference !== undefined && attribute.kind === "string" && typeof value === "string";
    const json = isReferring ? JSON.stringify(`\${${reference}}${literal(value)}`) : expressionToJson(value);
    return [member(name, json)];
  });
  return `{${members.join(",")}}`;
}

const member = (name: string, json: string): string => `${JSON.stringify(name)}:${json}`;

/** A value as an expression: strings are templates there. */
function expressionToJson(value: Value): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return JSON.stringify(literal(value));
  if (typeof value === "number") return Decimal.from(String(value)).toPlainText();
  if (value instanceof Decimal) return value.toPlainText();
  if (value instanceof Dynamic) return expressionToJson(value.value);
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(expressionToJson).join(",")}]`;
  const entries: readonly [string, Value][] =
    value instanceof Map ? [...(value as ReadonlyMap<string, Value>)] : Object.entries(value);
  return `{${entries.map(([key, item]) => member(literal(key), expressionToJson(item))).join(",")}}`;
}

const literal = (text: string): string => text.replaceAll("${", "$${").replaceAll("%{", "%%{");
