import type { Value } from "./value.js";

/**
 * One step from a value to a value inside it: an attribute of an object, a key of a map, a position in a list or
 * tuple, or an element of a set. The protocol cannot say which element of a set is meant, so a path that is sent to
 * Terraform stops before its first `element` step.
 */
export type PathStep =
  | { readonly attribute: string }
  | { readonly key: string }
  | { readonly index: number }
  | { readonly element: Value };

/** The way from a root value to a value inside it; empty for the root itself. */
export type Path = readonly PathStep[];

/**
 * Writes a path as Terraform users write references. A set element is written `[*]`, because its value is its only
 * name and may be a secret.
 *
 * @example
 * formatPath([{ attribute: "labels" }, { key: "x" }]); // labels["x"]
 * formatPath([{ attribute: "list" }, { index: 0 }, { attribute: "name" }]); // list[0].name
 */
export function formatPath(path: Path): string {
  let text = "";
  for (const step of path) {
    if ("attribute" in step) text += text === "" ? step.attribute : `.${step.attribute}`;
    else if ("key" in step) text += `[${JSON.stringify(step.key)}]`;
    else if ("index" in step) text += `[${step.index}]`;
    else text += "[*]";
  }
  return text;
}
