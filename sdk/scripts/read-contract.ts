// Reads the operations of the contract: references resolved, responses reduced to what a tolerant reader checks.

/** The part of an OpenAPI schema that the contract uses. */
export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: (string | number)[];
  default?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  minProperties?: number;
  uniqueItems?: boolean;
  items?: SchemaObject;
  required?: string[];
  properties?: Record<string, SchemaObject>;
  additionalProperties?: boolean | SchemaObject;
  "x-sensitive"?: boolean;
}

interface ParameterObject {
  $ref?: string;
  name: string;
  in: "path" | "query";
  schema: SchemaObject;
}

interface Content {
  content?: Record<string, { schema: SchemaObject }>;
}

interface OperationObject {
  operationId: string;
  summary: string;
  parameters?: ParameterObject[];
  requestBody?: Content;
  responses: Record<string, Content & { $ref?: string }>;
  "x-repeatable": boolean;
  "x-rate-limit": "read" | "write";
  "x-required-permissions": string[];
}

/** The contract. */
export interface Document {
  paths: Record<string, Record<string, OperationObject>>;
  components: { schemas: Record<string, SchemaObject> };
}

/** One operation, as the generated table holds it. */
export interface OperationEntry {
  operationId: string;
  summary: string;
  method: string;
  path: string;
  repeatable: boolean;
  rateLimit: "read" | "write";
  permissions: string[];
  pathRules: Record<string, object>;
  queryRules: Record<string, object>;
  bodyRule: object | null;
  response: object;
  sensitive: string[];
  defaulted: string[];
}

/** All operations of the contract, and the pattern of every value that it marks as sensitive. */
export interface ContractEntries {
  operations: OperationEntry[];
  sensitivePatterns: string[];
}

function resolve<T extends { $ref?: string }>(document: Document, node: T): T {
  if (node.$ref === undefined) return node;
  let target: unknown = document;
  for (const step of node.$ref.slice(2).split("/")) {
    target = (target as Record<string, unknown>)[step];
  }
  if (target === undefined) throw new Error(`${node.$ref} leads nowhere`);
  return target as T;
}

function kindOf(schema: SchemaObject): { type: string; nullable: boolean } {
  const types = [schema.type ?? []].flat();
  const type = types.find((candidate) => candidate !== "null");
  if (type === undefined) throw new Error(`a schema without a type: ${JSON.stringify(schema)}`);
  return { type, nullable: types.includes("null") };
}

/** What a tolerant reader checks of a response: required fields and types, never values. */
function responseShape(document: Document, node: SchemaObject): object {
  const schema = resolve(document, node);
  const { type, nullable } = kindOf(schema);
  const base = { type, ...(nullable && { nullable }), ...(schema["x-sensitive"] && { sensitive: true }) };
  if (type === "array") return { ...base, items: responseShape(document, schema.items ?? {}) };
  if (type !== "object") return base;
  if (typeof schema.additionalProperties === "object") {
    return { ...base, type: "map", values: responseShape(document, schema.additionalProperties) };
  }
  const properties = Object.entries(schema.properties ?? {});
  return {
    ...base,
    required: schema.required ?? [],
    properties: Object.fromEntries(properties.map(([name, value]) => [name, responseShape(document, value)])),
  };
}

/** What a request must keep to. Lists of strings that may grow are left to the server. */
function requestRule(document: Document, node: SchemaObject): object {
  const schema = resolve(document, node);
  const { type } = kindOf(schema);
  const { minLength, maxLength, pattern, format, minimum, maximum, minItems, minProperties } = schema;
  const numbers = schema.enum?.filter((value) => typeof value === "number");
  return JSON.parse(
    JSON.stringify({
      type,
      minLength,
      maxLength,
      pattern,
      format,
      minimum,
      maximum,
      minItems,
      minProperties,
      uniqueItems: schema.uniqueItems,
      oneOf: numbers?.length ? numbers : undefined,
      items: schema.items && requestRule(document, schema.items),
      required: type === "object" ? (schema.required ?? []) : undefined,
      properties:
        type === "object"
          ? Object.fromEntries(
              Object.entries(schema.properties ?? {}).map(([name, value]) => [
                name,
                requestRule(document, value),
              ]),
            )
          : undefined,
    }),
  );
}

/** Names of the top-level fields of a schema that are so. */
function fieldsThat(document: Document, node: SchemaObject, are: (field: SchemaObject) => boolean): string[] {
  const schema = resolve(document, node);
  return Object.entries(schema.properties ?? {})
    .filter(([, value]) => are(resolve(document, value)))
    .map(([name]) => name);
}

function jsonSchema(content: Content | undefined): SchemaObject | undefined {
  return content?.content?.["application/json"]?.schema;
}

/** Reads every operation of the contract, in its order. */
export function readOperations(document: Document): ContractEntries {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): OperationEntry => {
      const parameters = (operation.parameters ?? []).map((parameter) => resolve(document, parameter));
      const rules = (place: "path" | "query") =>
        Object.fromEntries(
          parameters.filter((p) => p.in === place).map((p) => [p.name, requestRule(document, p.schema)]),
        );
      const response = jsonSchema(resolve(document, operation.responses["200"] ?? {}));
      if (response === undefined) throw new Error(`${operation.operationId} has no response`);
      const body = jsonSchema(operation.requestBody);
      return {
        operationId: operation.operationId,
        summary: operation.summary,
        method: method.toUpperCase(),
        path,
        repeatable: operation["x-repeatable"],
        rateLimit: operation["x-rate-limit"],
        permissions: operation["x-required-permissions"],
        pathRules: rules("path"),
        queryRules: rules("query"),
        bodyRule: body === undefined ? null : requestRule(document, body),
        response: responseShape(document, response),
        sensitive: fieldsThat(document, response, (field) => field["x-sensitive"] === true),
        defaulted: fieldsThat(document, body ?? {}, (field) => field.default !== undefined),
      };
    }),
  );
  const patterns = Object.values(document.components.schemas)
    .flatMap((schema) => Object.values(schema.properties ?? {}))
    .filter((property) => property["x-sensitive"])
    .map((property) => (property.pattern ?? "").replace(/^\^|\$$/g, ""))
    .filter((pattern) => pattern !== "");
  return { operations, sensitivePatterns: [...new Set(patterns)] };
}
