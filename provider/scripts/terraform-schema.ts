import { functionWireType } from "../src/framework/function-type.js";
import type { Attribute, Attributes, SchemaDefinition } from "../src/framework/index.js";
import { attributeType, isBlock, isComputed } from "../src/framework/schema/type.js";
import { PROVIDER_ADDRESS, schemas } from "../src/safetyculture/schema.js";
import { typeToJson } from "../src/wire/index.js";

// The document that `terraform providers schema -json` prints for this provider, made without Terraform. A test
// compares it with what Terraform really prints.

const NESTING = { object: "single", objectList: "list", objectSet: "set", objectMap: "map" } as const;

interface AttributeJson {
  readonly type?: unknown;
  readonly nested_type?: {
    readonly attributes: Readonly<Record<string, AttributeJson>>;
    readonly nesting_mode: string;
  };
  readonly description: string;
  readonly description_kind: "markdown";
  readonly required?: true;
  readonly optional?: true;
  readonly computed?: true;
  readonly sensitive?: true;
}

function attributeJson(attribute: Attribute): AttributeJson {
  if (isBlock(attribute)) throw new Error("this provider has no blocks, so none are written here");
  const type =
    "attributes" in attribute
      ? {
          nested_type: {
            attributes: attributesJson(attribute.attributes),
            nesting_mode: NESTING[attribute.kind],
          },
        }
      : { type: JSON.parse(typeToJson(attributeType(attribute))) as unknown };
  return {
    ...type,
    description: attribute.description,
    description_kind: "markdown",
    ...(attribute.mode === "required" ? { required: true } : {}),
    ...(attribute.mode.startsWith("optional") ? { optional: true } : {}),
    ...(isComputed(attribute) ? { computed: true } : {}),
    ...(attribute.sensitive ? { sensitive: true } : {}),
  };
}

function attributesJson(attributes: Attributes): Record<string, AttributeJson> {
  return Object.fromEntries(
    Object.entries(attributes)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, attribute]) => [name, attributeJson(attribute)]),
  );
}

const schemaJson = (schema: SchemaDefinition) => ({
  version: schema.version ?? 0,
  block: {
    attributes: attributesJson(schema.attributes),
    description: schema.description,
    description_kind: "markdown",
  },
});

const functionsJson = () =>
  Object.fromEntries(
    schemas.functions.map(({ name, summary, description, parameters, returns }) => [
      name,
      {
        summary,
        description,
        return_type: JSON.parse(typeToJson(functionWireType(returns))) as unknown,
        ...(parameters.length === 0
          ? {}
          : {
              parameters: parameters.map((parameter) => ({
                name: parameter.name,
                description: parameter.options.description,
                type: JSON.parse(typeToJson(functionWireType(parameter.type))) as unknown,
              })),
            }),
      },
    ]),
  );

const schemasJson = (all: Readonly<Record<string, SchemaDefinition>>) =>
  Object.fromEntries(Object.entries(all).map(([name, schema]) => [name, schemaJson(schema)]));

/** The provider's schema in the form of `terraform providers schema -json`. */
export function terraformSchema() {
  return {
    format_version: "1.0",
    provider_schemas: {
      [PROVIDER_ADDRESS]: {
        provider: schemaJson(schemas.provider),
        resource_schemas: schemasJson(schemas.resources),
        data_source_schemas: schemasJson(schemas.dataSources),
        ephemeral_resource_schemas: schemasJson(schemas.ephemeralResources),
        functions: functionsJson(),
      },
    },
  };
}
