import type { ClientCapabilities, Diagnostic, DynamicValue } from "../../wire/gen/tfplugin6.js";
import type { Call } from "../call.js";
import type { Diagnostics } from "../diagnostics.js";
import type { SchemaDefinition } from "../schema/to-protocol.js";
import { validateConfig } from "../validation.js";
import { readObject } from "../values.js";

/** What is validated: a schema, and rules in code. */
interface Validated {
  readonly schema: SchemaDefinition;
  validate?(config: never, diagnostics: Diagnostics): void;
}

/** Validates the configuration of anything that has one; values may be unknown. */
export async function validate(
  validated: Validated,
  request: {
    readonly config?: DynamicValue | undefined;
    readonly clientCapabilities?: ClientCapabilities | undefined;
  },
  call: Call,
): Promise<{ diagnostics?: Diagnostic[] }> {
  const { attributes } = validated.schema;
  const config = readObject(attributes, request.config);
  if (!config) return {};
  call.mask(attributes, config);
  validateConfig(validated.schema, config, {
    diagnostics: call.diagnostics,
    writeOnlyAllowed: request.clientCapabilities?.writeOnlyAttributesAllowed === true,
  });
  validated.validate?.(config as never, call.diagnostics);
  return {};
}
