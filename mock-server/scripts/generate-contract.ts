/** Turns `sdk/openapi.yaml` into a module, so that no YAML is parsed when the server starts. */
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Fields = { [key: string]: Json };

/** Keywords that do not decide whether a value is valid. */
const prose = new Set(["description", "examples", "example", "summary"]);
const verbs = ["get", "post", "put", "patch", "delete"];

const target = new URL("../src/contract/generated/contract.ts", import.meta.url);
const document = fields(parse(readFileSync(new URL("../../sdk/openapi.yaml", import.meta.url), "utf8")));

function fields(value: Json | undefined): Fields {
  if (value === null || value === undefined || typeof value !== "object" || Array.isArray(value)) {
    throw new TypeError(`expected an object, found ${JSON.stringify(value)}`);
  }
  return value;
}

function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function text(value: Json | undefined): string {
  if (typeof value !== "string") throw new TypeError(`expected a string, found ${JSON.stringify(value)}`);
  return value;
}

function resolve(value: Json | undefined): Fields {
  const object = fields(value);
  if (object.$ref === undefined) return object;
  const steps = text(object.$ref).replace("#/", "").split("/");
  return resolve(steps.reduce<Json>((at, step) => fields(at)[step] ?? null, document));
}

/** A schema without prose and extensions; objects take no field that they do not name. */
function schema(value: Json): Json {
  if (Array.isArray(value)) return value.map(schema);
  if (value === null || typeof value !== "object") return value;
  const kept: Fields = {};
  for (const [key, part] of Object.entries(value)) {
    if (prose.has(key) || key.startsWith("x-")) continue;
    if (key === "properties") {
      kept[key] = Object.fromEntries(
        Object.entries(fields(part)).map(([name, property]) => [name, schema(property)]),
      );
    } else if (key === "$ref") {
      kept[key] = text(part).replace("#/components/schemas/", "contract#/$defs/");
    } else {
      kept[key] = schema(part);
    }
  }
  if (kept.properties !== undefined && kept.additionalProperties === undefined)
    kept.additionalProperties = false;
  return kept;
}

function parametersIn(place: string, operation: Fields): Json {
  const parameters = list(operation.parameters)
    .map(resolve)
    .filter((parameter) => parameter.in === place);
  return {
    type: "object",
    properties: Object.fromEntries(
      parameters.map((parameter) => [text(parameter.name), schema(parameter.schema ?? {})]),
    ),
    required: parameters
      .filter((parameter) => parameter.required === true)
      .map((parameter) => text(parameter.name)),
  };
}

function bodyOf(holder: Json | undefined): Json | undefined {
  if (holder === undefined) return undefined;
  const content = fields(resolve(holder).content);
  return schema(fields(content["application/json"]).schema ?? {});
}

function integersInQuery(operation: Fields): string[] {
  return list(operation.parameters)
    .map(resolve)
    .filter((parameter) => parameter.in === "query" && fields(parameter.schema).type === "integer")
    .map((parameter) => text(parameter.name));
}

function describe(path: string, verb: string, operation: Fields): Json {
  const body = bodyOf(operation.requestBody);
  const parts = { path: parametersIn("path", operation), query: parametersIn("query", operation) };
  return {
    id: text(operation.operationId),
    method: verb.toUpperCase(),
    path,
    summary: text(operation.summary),
    permissions: list(operation["x-required-permissions"]).map(text),
    rateLimit: text(operation["x-rate-limit"]),
    integersInQuery: integersInQuery(operation),
    takesBody: body !== undefined,
    request: {
      type: "object",
      properties: body === undefined ? parts : { ...parts, body },
      required: body === undefined ? ["path", "query"] : ["path", "query", "body"],
    },
    answer: bodyOf(fields(operation.responses)["200"]) ?? {},
  };
}

const operations = Object.entries(fields(document.paths)).flatMap(([path, item]) =>
  verbs.flatMap((verb) => {
    const operation = fields(item)[verb];
    return operation === undefined ? [] : [describe(path, verb, fields(operation))];
  }),
);

const schemas = { $id: "contract", $defs: schema(fields(fields(document.components).schemas)) };

function constant(name: string, type: string, value: Json): string {
  return `export const ${name}: ${type} = ${JSON.stringify(value, undefined, 2)};\n`;
}

writeFileSync(
  target,
  [
    "// Generated from sdk/openapi.yaml by `npm run generate`. Do not edit.\n",
    'import type { OperationDescriptor, Permission, Rule, Schema } from "../types.js";\n\n',
    constant("operations", "readonly OperationDescriptor[]", operations),
    "\n",
    constant("schemas", "Schema", schemas),
    "\n",
    constant(
      "permissionCatalogue",
      "readonly Permission[]",
      list(document["x-permission-catalogue"]).map((entry) => {
        const { key, name, section } = fields(entry);
        return { key: text(key), name: text(name), section: text(section) };
      }),
    ),
    "\n",
    constant("rules", "readonly Rule[]", list(document["x-rules"])),
  ].join(""),
);
