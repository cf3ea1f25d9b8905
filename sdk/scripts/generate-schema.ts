// Writes src/contract/generated/schema.ts: the contract as types.
import { writeFileSync } from "node:fs";
import openapiTS, { astToString, COMMENT_HEADER } from "openapi-typescript";

const types = astToString(await openapiTS(new URL("../openapi.yaml", import.meta.url)));
// A description is the comment itself; the tag would show in every editor and page of documentation.
const text = `${COMMENT_HEADER}${types}`.replaceAll("@description ", "");
writeFileSync(new URL("../src/contract/generated/schema.ts", import.meta.url), text);
