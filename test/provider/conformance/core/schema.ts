import {
  type Schema,
  type Schema_Attribute,
  type Schema_Block,
  Schema_NestedBlock_NestingMode,
  Schema_Object_NestingMode,
} from "../../../../provider/src/wire/gen/tfplugin6.js";
import { type Type, typeFromJson } from "../../../../provider/src/wire/index.js";

// A schema as core holds it, read from what a provider sends. Nothing here is shared with the framework under test.

export type Nesting = "single" | "list" | "set" | "map";

export interface CoreAttribute {
  readonly type: Type;
  /** The attributes of each nested object, and how they are held. */
  readonly nested?: { readonly nesting: Nesting; readonly attributes: ReadonlyMap<string, CoreAttribute> };
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly writeOnly: boolean;
}

export interface CoreNestedBlock {
  readonly nesting: Exclude<Nesting, "map">;
  readonly block: CoreBlock;
}

export interface CoreBlock {
  readonly attributes: ReadonlyMap<string, CoreAttribute>;
  readonly blocks: ReadonlyMap<string, CoreNestedBlock>;
}

export function coreBlock(schema: Schema | undefined): CoreBlock {
  if (!schema?.block) throw new Error("the provider sent a schema without a block");
  return readBlock(schema.block);
}

function readBlock(block: Schema_Block): CoreBlock {
  return {
    attributes: readAttributes(block.attributes ?? []),
    blocks: new Map(
      (block.blockTypes ?? []).map((nested) => {
        if (!nested.typeName || !nested.block) throw new Error("a nested block has no name or no content");
        return [nested.typeName, { nesting: blockNesting(nested.nesting), block: readBlock(nested.block) }];
      }),
    ),
  };
}

function blockNesting(nesting: Schema_NestedBlock_NestingMode | undefined): CoreNestedBlock["nesting"] {
  if (nesting === Schema_NestedBlock_NestingMode.SINGLE) return "single";
  if (nesting === Schema_NestedBlock_NestingMode.LIST) return "list";
  if (nesting === Schema_NestedBlock_NestingMode.SET) return "set";
  throw new Error(`nesting ${nesting} of a block is not expected`);
}

function readAttributes(attributes: readonly Schema_Attribute[]): ReadonlyMap<string, CoreAttribute> {
  return new Map(
    attributes.map((attribute) => {
      const {
        name = "",
        required = false,
        optional = false,
        computed = false,
        writeOnly = false,
      } = attribute;
      const flags = { required, optional, computed, writeOnly };
      if (!attribute.nestedType) {
        return [name, { ...flags, type: typeFromJson(attribute.type?.toString() ?? "") }];
      }
      if (attribute.type?.length) throw new Error(`attribute ${name} has a type beside its nested type`);
      const nested = {
        nesting: objectNesting(attribute.nestedType.nesting),
        attributes: readAttributes(attribute.nestedType.attributes ?? []),
      };
      return [name, { ...flags, nested, type: collection(nested.nesting, objectOf(nested.attributes)) }];
    }),
  );
}

function objectNesting(nesting: Schema_Object_NestingMode | undefined): Nesting {
  if (nesting === Schema_Object_NestingMode.SINGLE) return "single";
  if (nesting === Schema_Object_NestingMode.LIST) return "list";
  if (nesting === Schema_Object_NestingMode.SET) return "set";
  if (nesting === Schema_Object_NestingMode.MAP) return "map";
  throw new Error(`nesting ${nesting} of an attribute is not expected`);
}

function collection(nesting: Nesting, element: Type): Type {
  if (nesting === "single") return element;
  if (nesting === "list") return { list: element };
  return nesting === "set" ? { set: element } : { map: element };
}

const objectOf = (attributes: ReadonlyMap<string, CoreAttribute>): Type => ({
  object: Object.fromEntries([...attributes].map(([name, { type }]) => [name, type])),
});

/** The type of all values of a block. */
export function impliedType(block: CoreBlock): Type {
  return {
    object: Object.fromEntries([
      ...[...block.attributes].map(([name, { type }]) => [name, type] as const),
      ...[...block.blocks].map(
        ([name, nested]) => [name, collection(nested.nesting, impliedType(nested.block))] as const,
      ),
    ]),
  };
}
