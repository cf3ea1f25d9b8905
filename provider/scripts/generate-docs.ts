import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Attribute, Attributes, SchemaDefinition } from "../src/framework/index.js";
import { isComputed } from "../src/framework/schema/type.js";
import { schemas } from "../src/safetyculture/schema.js";

// Documentation in the layout of the Terraform registry, from the schema and the examples that a test applies.

const DOCS = fileURLToPath(new URL("../docs", import.meta.url));
const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));

function example(path: string, language: string): string {
  const file = join(EXAMPLES, path);
  return existsSync(file) ? `\`\`\`${language}\n${readFileSync(file, "utf8")}\`\`\`\n` : "";
}

function typeName(attribute: Attribute): string {
  switch (attribute.kind) {
    case "bool":
      return "Boolean";
    case "integer":
    case "number":
      return "Number";
    case "string":
      return "String";
    case "object":
      return "Attributes";
    case "objectList":
      return "Attributes List";
    case "objectSet":
      return "Attributes Set";
    case "objectMap":
      return "Attributes Map";
    case "dynamic":
      return "Dynamic";
    case "block":
      return "Block";
    case "listBlock":
      return "Block List";
    case "setBlock":
      return "Block Set";
    default:
      return `${titleCase(attribute.kind)} of ${titleCase(typeof attribute.element === "string" ? attribute.element : "object")}`;
  }
}

const typeNameOf = (type: unknown): string =>
  type === "integer" ? "Number" : titleCase(typeof type === "string" ? type : "dynamic");

const titleCase = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Groups of one schema, as the registry shows them. */
const GROUPS: readonly (readonly [string, (attribute: Attribute) => boolean])[] = [
  ["Required", ({ mode }) => mode === "required"],
  ["Optional", ({ mode }) => mode === "optional" || mode === "optionalComputed"],
  ["Read-Only", ({ mode }) => mode === "computed"],
];

function attributesDoc(attributes: Attributes, anchor: string, depth: number): string {
  const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  const groups = GROUPS.map(([title, belongs]) => {
    const lines = sorted.filter(([, attribute]) => belongs(attribute)).map((entry) => line(entry, anchor));
    return lines.length > 0 ? `${"#".repeat(depth)} ${title}\n\n${lines.join("\n")}\n` : "";
  });
  const nested = sorted.map(([name, attribute]) =>
    "attributes" in attribute
      ? `<a id="${anchor}--${name}"></a>\n### Nested Schema for \`${name}\`\n\n` +
        attributesDoc(attribute.attributes, `${anchor}--${name}`, 4)
      : "",
  );
  return [...groups, ...nested].filter(Boolean).join("\n");
}

function line([name, attribute]: [string, Attribute], anchor: string): string {
  const facts = [typeName(attribute), ...(attribute.sensitive ? ["Sensitive"] : [])].join(", ");
  const preset =
    attribute.default !== undefined && isComputed(attribute)
      ? ` Default: \`${String(attribute.default)}\`.`
      : "";
  const below = "attributes" in attribute ? ` (see [below](#${anchor}--${name}))` : "";
  return `- \`${name}\` (${facts}) ${attribute.description}${preset}${below}`;
}

function page(title: string, schema: SchemaDefinition, sections: readonly string[]): string {
  return [
    `---\npage_title: "${title}"\ndescription: |-\n  ${schema.description}\n---\n`,
    `# ${title}\n`,
    `${schema.description}\n`,
    ...sections.filter(Boolean),
    `## Schema\n\n${attributesDoc(schema.attributes, "nestedatt", 3)}`,
  ].join("\n");
}

function write(path: string, text: string): void {
  const file = join(DOCS, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const usage = (hcl: string): string => (hcl ? `## Example Usage\n\n${hcl}` : "");

for (const folder of ["resources", "data-sources", "ephemeral-resources", "functions"]) {
  rmSync(join(DOCS, folder), { recursive: true, force: true });
}
write(
  "index.md",
  page("SafetyCulture Provider", schemas.provider, [usage(example("provider/provider.tf", "terraform"))]),
);
for (const [name, schema] of Object.entries(schemas.resources)) {
  const folder = `resources/${name}`;
  const imported = example(`${folder}/import.sh`, "shell");
  const text = page(`${name} (Resource)`, schema, [usage(example(`${folder}/resource.tf`, "terraform"))]);
  write(
    `resources/${name.replace(/^safetyculture_/, "")}.md`,
    imported ? `${text}\n## Import\n\n${imported}` : text,
  );
}
for (const [name, schema] of Object.entries(schemas.dataSources)) {
  write(
    `data-sources/${name.replace(/^safetyculture_/, "")}.md`,
    page(`${name} (Data Source)`, schema, [
      usage(example(`data-sources/${name}/data-source.tf`, "terraform")),
    ]),
  );
}
for (const [name, schema] of Object.entries(schemas.ephemeralResources)) {
  write(
    `ephemeral-resources/${name.replace(/^safetyculture_/, "")}.md`,
    page(`${name} (Ephemeral Resource)`, schema, [
      usage(example(`ephemeral-resources/${name}/ephemeral-resource.tf`, "terraform")),
    ]),
  );
}
for (const { name, summary, description, parameters } of schemas.functions) {
  const signature = `provider::safetyculture::${name}(${parameters.map((parameter) => parameter.name).join(", ")})`;
  const lines = parameters.map(
    (parameter) => `- \`${parameter.name}\` (${typeNameOf(parameter.type)}) ${parameter.options.description}`,
  );
  write(
    `functions/${name}.md`,
    [
      `---\npage_title: "${name} (Function)"\ndescription: |-\n  ${summary}.\n---\n`,
      `# ${name} (Function)\n`,
      `${description}\n`,
      usage(example(`functions/${name}/function.tf`, "terraform")),
      `## Signature\n\n\`\`\`text\n${signature}\n\`\`\`\n`,
      ...(lines.length > 0 ? [`## Arguments\n\n${lines.join("\n")}\n`] : []),
    ]
      .filter(Boolean)
      .join("\n"),
  );
}
