/** Writes what follows from `sdk/openapi.yaml` and `control.yaml`: two modules, and the table of the README. */
import { writeFileSync } from "node:fs";
import {
  ContractModule,
  type Fields,
  fields,
  type Json,
  list,
  readDocument,
  text,
} from "./contract-module.js";
import { controlTable, faultsTable, rulesTable, writeTables } from "./readme.js";

function write(path: string, source: string, lines: readonly string[]): void {
  const first = `// Generated from ${source} by \`npm run generate\`. Do not edit.\n`;
  writeFileSync(new URL(path, import.meta.url), `${first}${lines.join("\n")}`);
}

function constant(name: string, type: string, value: Json): string {
  return `export const ${name}: ${type} = ${JSON.stringify(value, undefined, 2)};\n`;
}

function permission(entry: Json): Json {
  const { key, name, section } = fields(entry);
  return { key: text(key), name: text(name), section: text(section) };
}

const api: Fields = readDocument("../../sdk/openapi.yaml");
const apiModule = new ContractModule(api, "api");
write("../src/contract/generated/contract.ts", "sdk/openapi.yaml", [
  'import type { OperationDescriptor, OperationId, Permission, Rule, Schema } from "../types.js";\n',
  constant("operations", "readonly OperationDescriptor<OperationId>[]", apiModule.operations()),
  constant("schemas", "Schema", apiModule.schemas()),
  constant(
    "permissionCatalogue",
    "readonly Permission[]",
    list(api["x-permission-catalogue"]).map(permission),
  ),
  `export const rules = ${JSON.stringify(api["x-rules"], undefined, 2)} as const satisfies readonly Rule[];\n`,
]);

const control: Fields = readDocument("../control.yaml");
const controlModule = new ContractModule(control, "control");
write("../src/control/generated/contract.ts", "control.yaml", [
  'import type { OperationDescriptor, Schema } from "../../contract/types.js";',
  'import type { ControlOperationId } from "../types.js";\n',
  constant("operations", "readonly OperationDescriptor<ControlOperationId>[]", controlModule.operations()),
  constant("schemas", "Schema", controlModule.schemas()),
]);

writeTables("../README.md", {
  rules: rulesTable(api),
  control: controlTable(control),
  faults: faultsTable(control),
});
