// Writes src/contract/generated/operations.ts: what the client needs of `openapi.yaml` at run time.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { type Document, readOperations } from "./read-contract.js";
import { writeModule } from "./write-operations.js";

const contract: Document = parse(readFileSync(new URL("../openapi.yaml", import.meta.url), "utf8"));
const target = new URL("../src/contract/generated/operations.ts", import.meta.url);
writeFileSync(target, writeModule(readOperations(contract)));
