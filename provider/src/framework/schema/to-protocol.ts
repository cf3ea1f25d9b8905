import {
  type Schema,
  type Schema_Attribute,
  type Schema_Block,
  type Schema_NestedBlock,
  Schema_NestedBlock_NestingMode,
  Schema_Object_NestingMode,
  StringKind,
} from "../../wire/gen/tfplugin6.js";
import { typeToJson } from "../../wire/index.js";
import type { Attribute, Attributes } from "./attribute.js";
import type { Block, ListBlock, SetBlock } from "./block.js";
import type { ConfigRule } from "./rule.js";
import { attributeType, isBlock, isComputed } from "./type.js";

/** A schema with the version of its stored state. */
export interface SchemaDefinition<A extends Attributes = Attributes> {
  /** Raised when the stored state changes its shape. */
  readonly version?: number;
  /** Markdown, shown in documentation and editors. */
  readonly description: string;
  readonly deprecated?: string;
  /** Attributes, and nested blocks. */
  readonly attributes: A;
  /** Rules between attributes. */
  readonly rules?: readonly ConfigRule[];
}

/** The schema as the protocol describes it. */
export function schemaToProtocol(schema: SchemaDefinition): Schema {
  const version = schema.version ?? 0;
  return { version, block: { version, ...blockToProtocol(schema) } };
}

function blockToProtocol(body: Omit<SchemaDefinition, "version">): Schema_Block {
  return {
    attributes: attributesToProtocol(body.attributes),
    blockTypes: Object.entries(body.attributes).flatMap(([name, member]) =>
      isBlock(member) ? [nestedBlockToProtocol(name, member)] : [],
    ),
    description: describe(body),
    descriptionKind: StringKind.MARKDOWN,
    deprecated: body.deprecated !== undefined,
  };
}

const BLOCK_NESTING = {
  block: Schema_NestedBlock_NestingMode.SINGLE,
  listBlock: Schema_NestedBlock_NestingMode.LIST,
  setBlock: Schema_NestedBlock_NestingMode.SET,
} as const;

function nestedBlockToProtocol(name: string, block: Block | ListBlock | SetBlock): Schema_NestedBlock {
  const isRequired = block.mode === "required";
  const [minItems, maxItems] =
    block.kind === "block" ? (isRequired ? [1, 1] : [0, 0]) : [block.minItems ?? 0, block.maxItems ?? 0];
  return {
    typeName: name,
    block: blockToProtocol(block),
    nesting: BLOCK_NESTING[block.kind],
    minItems,
    maxItems,
  };
}

function attributesToProtocol(attributes: Attributes): Schema_Attribute[] {
  return Object.entries(attributes)
    .filter(([, attribute]) => !isBlock(attribute))
    .map(([name, attribute]) => ({
      name,
      ...typeToProtocol(attribute),
      description: describe(attribute),
      descriptionKind: StringKind.MARKDOWN,
      required: attribute.mode === "required",
      optional:
        attribute.mode === "optional" ||
        attribute.mode === "optionalComputed" ||
        attribute.default !== undefined,
      computed: isComputed(attribute),
      sensitive: attribute.sensitive ?? false,
      deprecated: attribute.deprecated !== undefined,
      writeOnly: attribute.writeOnly ?? false,
    }));
}

const NESTING = {
  object: Schema_Object_NestingMode.SINGLE,
  objectList: Schema_Object_NestingMode.LIST,
  objectSet: Schema_Object_NestingMode.SET,
  objectMap: Schema_Object_NestingMode.MAP,
} as const;

function typeToProtocol(attribute: Attribute): Pick<Schema_Attribute, "type" | "nestedType"> {
  return "attributes" in attribute && !isBlock(attribute)
    ? {
        nestedType: {
          attributes: attributesToProtocol(attribute.attributes),
          nesting: NESTING[attribute.kind],
        },
      }
    : { type: Buffer.from(typeToJson(attributeType(attribute))) };
}

function describe({ description, deprecated }: Pick<Attribute, "description" | "deprecated">): string {
  return deprecated === undefined ? description : `${description} Deprecated: ${deprecated}`;
}
