/** Writes the tables of the README that follow from the two documents. */
import { readFileSync, writeFileSync } from "node:fs";
import { type Fields, fields, list, text } from "./contract-module.js";

const headings = { documented: "Documented", convention: "Convention", assumed: "Assumed" } as const;

const switches: Readonly<Record<string, string>> = {
  uniqueNames: "`uniqueNames`, `--unique-names`",
  regenerateExpired: "`regenerateExpired`, `--regenerate-expired`",
  revokedCount: "`revokedCount`, `--revoked-count`",
};

/** The rules of the API, what is sure first. */
export function rulesTable(api: Fields): string {
  const rules = list(api["x-rules"]).map(fields);
  const rows = Object.entries(headings).flatMap(([provenance, heading]) =>
    rules
      .filter((rule) => rule["provenance"] === provenance)
      .map((rule) => [heading, text(rule["rule"]), `\`${text(rule["id"])}\``, switchOf(rule)]),
  );
  return table(["Source", "Rule", "Id", "Switch"], rows);
}

function switchOf(rule: Fields): string {
  return rule["switch"] === undefined ? "" : (switches[text(rule["switch"])] ?? text(rule["switch"]));
}

/** The operations of the control API. */
export function controlTable(control: Fields): string {
  const rows = Object.entries(fields(control["paths"])).flatMap(([path, item]) =>
    Object.entries(fields(item)).map(([verb, operation]) => [
      `\`${verb.toUpperCase()} ${path}\``,
      text(fields(operation)["summary"]),
    ]),
  );
  return table(["Request", "What it does"], rows);
}

/** The kinds of faults with their fields. */
export function faultsTable(control: Fields): string {
  const schemas = fields(fields(control["components"])["schemas"]);
  const rows = list(fields(schemas["Fault"])["oneOf"]).map((reference) => {
    const name = text(fields(reference)["$ref"]).replace("#/components/schemas/", "");
    const fault = fields(schemas[name]);
    const { kind, ...others } = fields(fault["properties"]);
    const [kindName] = list(fields(kind)["enum"]);
    return [
      `\`${text(kindName)}\``,
      text(fault["description"]).trim(),
      Object.keys(others).map(code).join(", "),
    ];
  });
  return table(["Kind", "What happens", "Fields"], rows);
}

function code(name: string): string {
  return `\`${name}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Puts tables between `<!-- NAME -->` and `<!-- /NAME -->`. */
export function writeTables(path: string, tables: Readonly<Record<string, string>>): void {
  const file = new URL(path, import.meta.url);
  let readme = readFileSync(file, "utf8");
  for (const [name, content] of Object.entries(tables)) {
    const marked = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
    if (!marked.test(readme)) throw new Error(`the README has no place for ${name}`);
    readme = readme.replace(marked, (_all, before: string, after: string) => `${before}${content}\n${after}`);
  }
  writeFileSync(file, readme);
}
