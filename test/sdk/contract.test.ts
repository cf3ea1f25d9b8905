import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const document: Node = parse(
  readFileSync(fileURLToPath(import.meta.resolve("@safetyculture-tokens/sdk/openapi.yaml")), "utf8"),
);
const at = (...path: string[]): Node =>
  path.reduce<Node>((node, key) => (isNode(node[key]) ? node[key] : {}), document);

const SOURCES = ["documented", "convention", "assumed"];

/** Every property of a schema, at all depths, with its path; what is a reference says it where it points to. */
function properties(schema: Node, path: string): [string, Node][] {
  const own = Object.entries(isNode(schema["properties"]) ? schema["properties"] : {}).flatMap(
    ([name, property]) =>
      isNode(property) ? properties(property, `${path}.${name}`).concat([[`${path}.${name}`, property]]) : [],
  );
  return own.concat(isNode(schema["items"]) ? properties(schema["items"], `${path}[]`) : []);
}

describe("the contract", () => {
  const operations = Object.values(at("paths")).flatMap((item) =>
    Object.values(isNode(item) ? item : {}),
  ) as Node[];

  it("says of every operation, field and rule where it comes from", () => {
    const fields = Object.entries(at("components", "schemas"))
      .flatMap(([name, schema]) => (isNode(schema) ? properties(schema, name) : []))
      .filter(([, property]) => property["$ref"] === undefined)
      .map(([path, property]) => [path, property["x-provenance"]]);
    const rules = (document["x-rules"] as Node[]).map(({ id, provenance }) => [id, provenance]);
    const calls = operations.map((operation) => [operation["operationId"], operation["x-provenance"]]);
    const all = [...fields, ...rules, ...calls];
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(([, source]) => !SOURCES.includes(String(source)))).toEqual([]);
  });

  it("addresses every rule to operations that it has", () => {
    const known = operations.map((operation) => operation["operationId"]);
    const named = (document["x-rules"] as { operations: string[] }[]).flatMap((rule) => rule.operations);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("asks only for permissions of its catalogue", () => {
    const keys = (document["x-permission-catalogue"] as { key: string }[]).map(({ key }) => key);
    const asked = operations.flatMap((operation) => operation["x-required-permissions"] as string[]);
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
    expect([...keys].sort()).toEqual(keys);
  });
});
