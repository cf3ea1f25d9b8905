import type { AnyResource } from "../provider.js";
import type { SchemaDefinition } from "../schema/to-protocol.js";
import { attributeProblems } from "./attributes.js";
import { rootNameProblems, type SchemaKind, typeNameProblems } from "./names.js";
import { refuse, type SchemaProblem } from "./schema-error.js";

/** Throws a `SchemaError` when Terraform, or the constructs generated from it, could not work with a schema. */
export function lintSchema(schema: SchemaDefinition, kind: SchemaKind, name: string): void {
  refuse(`${kind} ${name}`, schemaProblems(schema, kind, name));
}

/** The same for a managed resource, with the ways from its earlier versions. */
export function lintResource(resource: Pick<AnyResource<unknown>, "name" | "schema" | "upgraders">): void {
  refuse(`resource ${resource.name}`, [
    ...schemaProblems(resource.schema, "resource", resource.name),
    ...upgraderProblems(resource),
  ]);
}

function schemaProblems(schema: SchemaDefinition, kind: SchemaKind, name: string): SchemaProblem[] {
  const { version = 0, attributes, rules = [] } = schema;
  const whole = [
    ...(kind === "provider" ? [] : typeNameProblems(name)),
    ...(Number.isSafeInteger(version) && version >= 0
      ? []
      : ["the version must be a whole number from 0 on"]),
  ];
  return [
    ...whole.map((problem) => ({ path: [], problem })),
    ...Object.keys(attributes).flatMap((attribute) =>
      rootNameProblems(kind, attribute).map((problem) => ({ path: [{ attribute }], problem })),
    ),
    ...attributeProblems(attributes, rules, {
      path: [],
      writeOnlyAllowed: kind === "resource",
      inAttribute: false,
      inSet: false,
      inCollection: false,
      inComputed: false,
      inWriteOnly: false,
    }),
  ];
}

function upgraderProblems({
  schema: { version = 0 },
  upgraders = {},
}: Pick<AnyResource<unknown>, "schema" | "upgraders">): SchemaProblem[] {
  const versions = Object.keys(upgraders).map(Number);
  const misplaced = versions.filter((from) => !Number.isSafeInteger(from) || from < 0 || from >= version);
  return misplaced.map((from) => ({
    path: [],
    problem: `there is an upgrader from version ${from}, but the schema is of version ${version}`,
  }));
}
