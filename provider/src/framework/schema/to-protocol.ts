import {
  type Schema,
  type Schema_Attribute,
  Schema_Object_NestingMode,
  StringKind,
} from "../../wire/gen/tfplugin6.js";
import { typeToJson } from "../../wire/index.js";
import type { Attribute, Attributes } from "./attribute.js";
import { attributeType, isComputed } from "./type.js";

/** A schema with the version of its stored state. */
export interface SchemaDefinition<A extends Attributes = Attributes> {
  /** Raised when the stored state changes its shape. */
  readonly version?: number;
  readonly description: string;
  readonly attributes: A;
}

/** The schema as the protocol describes it. */
export function schemaToProtocol(schema: SchemaDefinition): Schema {
  return {
    version: schema.version ?? 0,
    block: {
      version: schema.version ?? 0,
      attributes: attributesToProtocol(schema.attributes),
      description: schema.description,
      descriptionKind: StringKind.MARKDOWN,
    },
  };
}

function attributesToProtocol(attributes: Attributes): Schema_Attribute[] {
  return Object.entries(attributes).map(([name, attribute]) => ({
    name,
    ...typeToProtocol(attribute),
    description: describe(attribute),
    descriptionKind: StringKind.MARKDOWN,
    required: attribute.mode === "required",
    optional: attribute.mode === "optional" || attribute.mode === "optionalComputed",
    computed: isComputed(attribute),
    sensitive: attribute.sensitive ?? false,
    deprecated: attribute.deprecated !== undefined,
    writeOnly: attribute.writeOnly ?? false,
  }));
}

const NESTING = {
  object: Schema_Object_NestingMode.SINGLE,
  objectList: Schema_Object_NestingMode.LIST,
  objectMap: Schema_Object_NestingMode.MAP,
} as const;

function typeToProtocol(attribute: Attribute): Pick<Schema_Attribute, "type" | "nestedType"> {
  return "attributes" in attribute
    ? {
        nestedType: {
          attributes: attributesToProtocol(attribute.attributes),
          nesting: NESTING[attribute.kind],
        },
      }
    : { type: Buffer.from(typeToJson(attributeType(attribute))) };
}

function describe(attribute: Attribute): string {
  const sentences = [attribute.description];
  if (attribute.deprecated !== undefined) sentences.push(`Deprecated: ${attribute.deprecated}`);
  return sentences.join(" ");
}
