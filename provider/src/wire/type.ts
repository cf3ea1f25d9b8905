import { WireError } from "./errors.js";
import { MAX_DEPTH } from "./limits.js";
import { compareText, normalizeText } from "./text.js";

/**
 * A Terraform type. `dynamic` is the place holder for a type that is known only with the value.
 *
 * @example
 * const labels: Type = { map: "string" };
 */
export type Type =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | { readonly list: Type }
  | { readonly set: Type }
  | { readonly map: Type }
  | { readonly tuple: readonly Type[] }
  | { readonly object: ObjectType };

/** The types of an object's attributes by name. */
export interface ObjectType {
  readonly [name: string]: Type;
}

const sortedNames = new WeakMap<ObjectType, readonly string[]>();

/** The attribute names of an object type in the order in which Terraform writes them. */
export function attributeNames(type: ObjectType): readonly string[] {
  let names = sortedNames.get(type);
  if (names === undefined) {
    names = Object.keys(type).sort(compareText);
    sortedNames.set(type, names);
  }
  return names;
}

/** The type of an attribute; undefined when the object has none of this name, `constructor` and the like included. */
export function attributeType(type: ObjectType, name: string): Type | undefined {
  return Object.hasOwn(type, name) ? type[name] : undefined;
}

/** A type as Terraform's messages name it: `string`, `list of string`, `object`. */
export function typeName(type: Type): string {
  if (typeof type === "string") return type;
  if ("list" in type) return `list of ${typeName(type.list)}`;
  if ("set" in type) return `set of ${typeName(type.set)}`;
  if ("map" in type) return `map of ${typeName(type.map)}`;
  return "tuple" in type ? "tuple" : "object";
}

/** The name of a type in the middle of a sentence: `a string`, `an object`. */
export function nameWithArticle(type: Type): string {
  const name = typeName(type);
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}

/**
 * Writes a type in Terraform's JSON form.
 *
 * @example
 * typeToJson({ list: "string" }); // ["list","string"]
 */
export function typeToJson(type: Type): string {
  return writeType(type, 0);
}

function writeType(type: Type, depth: number): string {
  checkDepth(depth);
  if (typeof type === "string") return JSON.stringify(type);
  if ("list" in type) return `["list",${writeType(type.list, depth + 1)}]`;
  if ("set" in type) return `["set",${writeType(type.set, depth + 1)}]`;
  if ("map" in type) return `["map",${writeType(type.map, depth + 1)}]`;
  if ("tuple" in type) {
    return `["tuple",[${type.tuple.map((element) => writeType(element, depth + 1)).join(",")}]]`;
  }
  const attributes = attributeNames(type.object).map((name) => {
    const attribute = attributeType(type.object, name) ?? "dynamic";
    return `${JSON.stringify(name)}:${writeType(attribute, depth + 1)}`;
  });
  return `["object",{${attributes.join(",")}}]`;
}

/**
 * Reads a type from Terraform's JSON form. The third element of an object, its optional attributes, says how a
 * configuration is converted and is nothing of the value: it is accepted and left out.
 *
 * @throws WireError when the text is no type, or nests more than 512 deep.
 */
export function typeFromJson(json: string): Type {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw new WireError("a type in JSON form is required: this is not JSON");
  }
  return readType(parsed, 0);
}

function readType(json: unknown, depth: number): Type {
  checkDepth(depth);
  if (json === "string" || json === "number" || json === "bool" || json === "dynamic") return json;
  if (!Array.isArray(json)) throw invalidType();
  const [kind, inner, optional]: unknown[] = json;
  if (kind === "object" && json.length === 3) checkOptional(optional, inner);
  else if (json.length !== 2) throw invalidType();
  switch (kind) {
    case "list":
      return { list: readType(inner, depth + 1) };
    case "set":
      return { set: readType(inner, depth + 1) };
    case "map":
      return { map: readType(inner, depth + 1) };
    case "tuple":
      if (!Array.isArray(inner)) throw invalidType();
      return { tuple: inner.map((element: unknown) => readType(element, depth + 1)) };
    case "object":
      return { object: readAttributes(inner, depth + 1) };
    default:
      throw invalidType();
  }
}

function readAttributes(json: unknown, depth: number): ObjectType {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw invalidType();
  const attributes: Record<string, Type> = Object.create(null);
  for (const [name, attribute] of Object.entries(json)) {
    attributes[normalizeText(name)] = readType(attribute, depth);
  }
  return attributes;
}

function checkOptional(optional: unknown, attributes: unknown): void {
  if (!Array.isArray(optional) || typeof attributes !== "object" || attributes === null) throw invalidType();
  for (const name of optional) {
    if (typeof name !== "string" || !Object.hasOwn(attributes, name)) throw invalidType();
  }
}

function invalidType(): WireError {
  return new WireError('a type in JSON form is required, such as "string" or ["list","string"]');
}

function checkDepth(depth: number): void {
  if (depth > MAX_DEPTH) throw new WireError(`a type nests more than ${MAX_DEPTH} deep`);
}
