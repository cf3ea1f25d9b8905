import type { RequestRule } from "../contract/operation.js";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { isRecord } from "./is-record.js";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LONE_SURROGATE = /\p{Surrogate}/u;

type Rules = Readonly<Record<string, RequestRule>>;

function refuse(field: string, rule: string): never {
  throw new InvalidArgumentError(field, rule);
}

function checkString(rule: RequestRule, value: unknown, field: string): void {
  if (typeof value !== "string") refuse(field, "must be a string");
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format } = rule;
  // Cheap bound first: a code point has one or two code units.
  const length = value.length > 2 * maxLength ? value.length : [...value].length;
  if (length < minLength || length > maxLength) {
    refuse(field, value === "" ? "must not be empty" : `must have ${minLength} to ${maxLength} characters`);
  }
  if (LONE_SURROGATE.test(value)) refuse(field, "is not valid Unicode text");
  if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) {
    refuse(field, pattern.startsWith("^[^") ? "must not hold control characters" : `must match ${pattern}`);
  }
  if (format === "uuid" && !UUID.test(value)) refuse(field, "must be a UUID");
  if (format === "date-time" && Number.isNaN(Date.parse(value))) refuse(field, "must be a time in RFC 3339");
}

function checkNumber(rule: RequestRule, value: unknown, field: string): void {
  if (typeof value !== "number" || !Number.isFinite(value)) refuse(field, "must be a number");
  if (rule.oneOf !== undefined && !rule.oneOf.includes(value)) {
    refuse(field, `must be ${rule.oneOf.slice(0, -1).join(", ")} or ${rule.oneOf.at(-1)}`);
  }
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = rule;
  if (value < minimum || value > maximum) {
    refuse(
      field,
      maximum === Number.POSITIVE_INFINITY
        ? `must be at least ${minimum}`
        : `must be ${minimum} to ${maximum}`,
    );
  }
  if (rule.type === "integer" && !Number.isInteger(value)) refuse(field, "must be a whole number");
}

function checkArray(rule: RequestRule, value: unknown, field: string): void {
  if (!Array.isArray(value)) refuse(field, "must be an array");
  if (value.length < (rule.minItems ?? 0)) refuse(field, "must not be empty");
  const seen = new Set<unknown>();
  for (const [index, item] of value.entries()) {
    if (rule.items !== undefined) check(rule.items, item, `${field}[${index}]`);
    if (rule.uniqueItems && seen.has(item)) refuse(`${field}[${index}]`, "is there twice");
    seen.add(item);
  }
}

function checkObject(rule: RequestRule, value: unknown, field: string): void {
  if (!isRecord(value)) refuse(field || "request", "must be an object");
  checkFields(rule.properties ?? {}, rule.required ?? [], value, field);
  const given = Object.values(value).filter((item) => item !== undefined).length;
  if (given < (rule.minProperties ?? 0)) refuse(field || "request", "must name something to change");
}

function check(rule: RequestRule, value: unknown, field: string): void {
  if (rule.type === "string") checkString(rule, value, field);
  else if (rule.type === "array") checkArray(rule, value, field);
  else if (rule.type === "object") checkObject(rule, value, field);
  else if (rule.type === "boolean") {
    if (typeof value !== "boolean") refuse(field, "must be true or false");
  } else checkNumber(rule, value, field);
}

/** Refuses fields that break a rule, are missing, or are unknown. A field that is `undefined` counts as not given. */
export function checkFields(
  rules: Rules,
  required: readonly string[],
  values: Readonly<Record<string, unknown>>,
  parent: string,
): void {
  const path = (name: string) => (parent === "" ? name : `${parent}.${name}`);
  for (const name of required) {
    if (values[name] === undefined) refuse(path(name), "is missing");
  }
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined)
      refuse(path(name), `is not a field here; there are ${Object.keys(rules).join(", ") || "none"}`);
    check(rule, value, path(name));
  }
}

/** Refuses a body that breaks its rule. */
export function checkBody(rule: RequestRule, body: unknown): void {
  check(rule, body, "");
}
