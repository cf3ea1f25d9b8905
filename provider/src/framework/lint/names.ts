import type { Attributes } from "../schema/attribute.js";

/** What a schema describes. */
export type SchemaKind = "provider" | "resource" | "data source" | "ephemeral resource";

/** Names that Terraform's language accepts in a block. */
const ATTRIBUTE_NAME = /^[a-z][a-z0-9_]*$/;
const TYPE_NAME = /^[a-z][a-z0-9_]*$/;

/** Arguments that Terraform takes for its own before a provider sees them. */
const META_ARGUMENTS: Readonly<Record<SchemaKind, readonly string[]>> = {
  provider: ["alias", "version", "source", "count", "depends_on", "for_each", "lifecycle", "locals"],
  resource: [
    "count",
    "for_each",
    "depends_on",
    "lifecycle",
    "provider",
    "provisioner",
    "connection",
    "locals",
  ],
  "data source": [
    "count",
    "for_each",
    "depends_on",
    "lifecycle",
    "provider",
    "connection",
    "provisioner",
    "locals",
  ],
  "ephemeral resource": [
    "count",
    "for_each",
    "depends_on",
    "lifecycle",
    "provider",
    "connection",
    "provisioner",
    "locals",
  ],
};

/**
 * Members of the classes that generated CDKTF constructs extend. A construct has a member for every attribute at the
 * root, and one of these names would hide a member that it needs, or not compile.
 */
const CONSTRUCT_MEMBERS: readonly string[] = [
  ...["constructor", "to_string", "with"],
  ...["fqn", "friendly_unique_id", "cdktf_stack", "construct_node_metadata", "raw_overrides"],
  ...["add_override", "override_logical_id", "reset_override_logical_id"],
  ...[
    "to_metadata",
    "to_terraform",
    "to_hcl_terraform",
    "synthesize_attributes",
    "synthesize_hcl_attributes",
  ],
  ...[
    "terraform_resource_type",
    "terraform_meta_arguments",
    "terraform_generator_metadata",
    "meta_attributes",
  ],
  ...["terraform_provider_source", "interpolation_for_attribute", "provisioners", "connection", "provider"],
  ...["has_resource_move", "add_move_target", "move_to_id", "move_from_id"],
];

/** What is wrong with the name of an attribute or block at the root of a schema. */
export function rootNameProblems(kind: SchemaKind, name: string): string[] {
  if (META_ARGUMENTS[kind].includes(name)) {
    return [`the name is reserved: Terraform takes ${name} in a ${kind} block for its own argument`];
  }
  return CONSTRUCT_MEMBERS.includes(name)
    ? ["the name breaks generated constructs, where every class has a member of this name"]
    : [];
}

/** What is wrong with the name of an attribute or block anywhere. */
export function nameProblems(siblings: Attributes, name: string): string[] {
  if (!ATTRIBUTE_NAME.test(name)) {
    return ["a name of lower-case letters, digits and underscores is required, with a letter first"];
  }
  const problems: string[] = [];
  // A construct has, for an attribute x, the members x, xInput, putX and resetX.
  for (const [pattern, member] of [
    [/^(.+)_input$/, "the value as given"],
    [/^put_(.+)$/, "a method"],
    [/^reset_(.+)$/, "a method"],
  ] as const) {
    const other = pattern.exec(name)?.[1];
    if (other !== undefined && Object.hasOwn(siblings, other)) {
      problems.push(`the name breaks generated constructs, where it is ${member} of ${other}`);
    }
  }
  const isNested = "attributes" in (siblings[name] ?? {});
  if (isNested && /(^|_)list$/.test(name)) {
    problems.push(
      "the name breaks generated constructs, where the class of a nested object may not end in List",
    );
  }
  return problems;
}

/** What is wrong with the name of a resource, data source, ephemeral resource or function. */
export const typeNameProblems = (name: string): string[] =>
  TYPE_NAME.test(name)
    ? []
    : [
        `${JSON.stringify(name)} is not a name of lower-case letters, digits and underscores with a letter first`,
      ];
