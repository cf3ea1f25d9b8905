/** Turns an OpenAPI document into a module of operations and schemas, so that no YAML is parsed at the start. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Fields = { [key: string]: Json };

/** Keywords that do not decide whether a value is valid. */
const prose = new Set(["description", "examples", "example", "summary"]);
const verbs = ["get", "post", "put", "patch", "delete"];

export function fields(value: Json | undefined): Fields {
  if (value === null || value === undefined || typeof value !== "object" || Array.isArray(value)) {
    throw new TypeError(`expected an object, found ${JSON.stringify(value)}`);
  }
  return value;
}

export function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: Json | undefined): string {
  if (typeof value !== "string") throw new TypeError(`expected a string, found ${JSON.stringify(value)}`);
  return value;
}

export function readDocument(path: string): Fields {
  return fields(parse(readFileSync(new URL(path, import.meta.url), "utf8")));
}

/** The operations and schemas of a document. References become references to the schema with the given `$id`. */
export class ContractModule {
  readonly #document: Fields;
  readonly #id: string;
  /** Schemas that others take in with `allOf`: they stay open, or nothing could be added to them. */
  readonly #open = new Set<string>();

  constructor(document: Fields, id: string) {
    this.#document = document;
    this.#id = id;
    for (const definition of Object.values(this.#definitions())) {
      for (const part of list(fields(definition)["allOf"])) {
        this.#open.add(nameOf(text(fields(part)["$ref"])));
      }
    }
  }

  operations(): Json[] {
    return Object.entries(fields(this.#document["paths"])).flatMap(([path, item]) =>
      verbs.flatMap((verb) => {
        const operation = fields(item)[verb];
        return operation === undefined ? [] : [this.#describe(path, verb, fields(operation))];
      }),
    );
  }

  schemas(): Json {
    const definitions = Object.entries(this.#definitions()).map(([name, definition]) => [
      name,
      this.#schema(definition, this.#open.has(name)),
    ]);
    return { $id: this.#id, $defs: Object.fromEntries(definitions) };
  }

  #definitions(): Fields {
    return fields(fields(this.#document["components"])["schemas"]);
  }

  #resolve(value: Json | undefined): Fields {
    const object = fields(value);
    if (object["$ref"] === undefined) return object;
    const steps = text(object["$ref"]).replace("#/", "").split("/");
    return this.#resolve(steps.reduce<Json>((at, step) => fields(at)[step] ?? null, this.#document));
  }

  /** A schema without prose and extensions; objects take no field that they do not name. */
  #schema(value: Json, open = false): Json {
    if (Array.isArray(value)) return value.map((part) => this.#schema(part));
    if (value === null || typeof value !== "object") return value;
    const kept: Fields = {};
    for (const [key, part] of Object.entries(value)) {
      if (prose.has(key) || key.startsWith("x-")) continue;
      if (key === "properties") {
        const properties = Object.entries(fields(part)).map(([name, property]) => [
          name,
          this.#schema(property),
        ]);
        kept[key] = Object.fromEntries(properties);
      } else if (key === "$ref") {
        kept[key] = `${this.#id}#/$defs/${nameOf(text(part))}`;
      } else if (key === "discriminator") {
        kept[key] = { propertyName: text(fields(part)["propertyName"]) };
      } else {
        kept[key] = this.#schema(part);
      }
    }
    const closed = kept["additionalProperties"] !== undefined || kept["unevaluatedProperties"] !== undefined;
    if (kept["properties"] !== undefined && !closed && !open) kept["additionalProperties"] = false;
    return { ...kept, ...kindsOf(fields(value)["discriminator"]) };
  }

  #parametersIn(place: string, operation: Fields): Json {
    const parameters = this.#parameters(operation).filter((parameter) => parameter["in"] === place);
    return {
      type: "object",
      properties: Object.fromEntries(
        parameters.map((parameter) => [text(parameter["name"]), this.#schema(parameter["schema"] ?? {})]),
      ),
      required: parameters
        .filter((parameter) => parameter["required"] === true)
        .map((parameter) => text(parameter["name"])),
    };
  }

  #parameters(operation: Fields): Fields[] {
    return list(operation["parameters"]).map((parameter) => this.#resolve(parameter));
  }

  #bodyOf(holder: Json | undefined): Json | undefined {
    if (holder === undefined) return undefined;
    const content = fields(this.#resolve(holder)["content"]);
    return this.#schema(fields(content["application/json"])["schema"] ?? {});
  }

  #describe(path: string, verb: string, operation: Fields): Json {
    const body = this.#bodyOf(operation["requestBody"]);
    const parts = {
      path: this.#parametersIn("path", operation),
      query: this.#parametersIn("query", operation),
    };
    return {
      id: text(operation["operationId"]),
      method: verb.toUpperCase(),
      path,
      permissions: list(operation["x-required-permissions"]).map(text),
      rateLimit: text(operation["x-rate-limit"] ?? "read"),
      integersInQuery: this.#parameters(operation)
        .filter(
          (parameter) => parameter["in"] === "query" && fields(parameter["schema"])["type"] === "integer",
        )
        .map((parameter) => text(parameter["name"])),
      takesBody: body !== undefined,
      request: {
        type: "object",
        properties: body === undefined ? parts : { ...parts, body },
        required: body === undefined ? ["path", "query"] : ["path", "query", "body"],
      },
      answer: this.#bodyOf(fields(operation["responses"])["200"]) ?? {},
    };
  }
}

function nameOf(reference: string): string {
  return reference.replace("#/components/schemas/", "");
}

/** The kinds that a discriminator tells apart, as a rule of their own: a validator says which there are. */
function kindsOf(discriminator: Json | undefined): Fields {
  if (discriminator === undefined) return {};
  const { propertyName, mapping } = fields(discriminator);
  const tag = text(propertyName);
  return { required: [tag], properties: { [tag]: { enum: Object.keys(fields(mapping)) } } };
}
