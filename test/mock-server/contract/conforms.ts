/** Judges answers by the document itself, not by anything that the mock server made of it. */
import { readFileSync } from "node:fs";
import type { operations } from "@safetyculture-tokens/sdk/contract";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import type { Reply } from "../support/api.js";

const document: unknown = parse(
  readFileSync(new URL(import.meta.resolve("@safetyculture-tokens/sdk/openapi.yaml")), "utf8"),
);

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: "document", ...fields(document) });

/** What is wrong with an answer of an operation, by the document; nothing when it fits. */
export function conforms(operation: keyof operations, { status, body }: Reply): string[] {
  for (const [path, item] of Object.entries(fields(at(document, "paths")))) {
    for (const [verb, described] of Object.entries(fields(item))) {
      if (at(described, "operationId") !== operation) continue;
      const responses = fields(at(described, "responses"));
      const name = status in responses ? String(status) : "default";
      const schema = pointerTo(responses[name], ["paths", path, verb, "responses", name]);
      ajv.validate({ $ref: `document#${schema}/content/application~1json/schema` }, body);
      return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    }
  }
  return [`the document has no operation ${operation}`];
}

/** The JSON pointer of a response, behind its reference when it is one. */
function pointerTo(response: unknown, steps: readonly string[]): string {
  const reference = at(response, "$ref");
  if (typeof reference === "string") return reference.slice(1);
  return steps.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function at(value: unknown, key: string): unknown {
  return fields(value)[key];
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
