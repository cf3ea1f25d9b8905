import type { RawState } from "../../wire/gen/tfplugin6.js";
import { decodeJson, type JsonObject, type ObjectValue, parseJson, type Value } from "../../wire/index.js";
import { DiagnosticError } from "../diagnostics.js";
import type { Attributes, PartialState } from "../schema/attribute.js";
import { isRepeatedBlock, objectType } from "../schema/type.js";
import { stateViolations } from "../self-check/state.js";
import { withheld } from "../self-check/violation.js";
import { isObject, objectOf } from "../shape.js";
import { mapAttributes } from "../walk.js";

/** The text of a stored state; throws for the form that Terraform 0.11 and older wrote. */
export function storedJson(raw: RawState | undefined): string {
  if (raw?.json !== undefined && raw.json.length > 0) return raw.json.toString("utf8");
  throw new DiagnosticError(
    "Stored state too old",
    "The stored state is not in the form that Terraform 0.12 and newer write. Apply the configuration once with " +
      "Terraform 0.12, or remove the object from the state and import it again.",
  );
}

/** The stored state as a document; `undefined` for the null of an object that does not exist. */
export function storedDocument(text: string): JsonObject | undefined {
  const document = parseJson(text);
  if (document === null) return undefined;
  if (document instanceof Map) return document as JsonObject;
  throw new DiagnosticError("Stored state not understood", "The stored state is not an object.");
}

/** Reads a stored state by a schema, whose attributes may have come or gone since. */
export function decodeStored(attributes: Attributes, text: string): ObjectValue | undefined {
  const value: Value = decodeJson(text, objectType(attributes), {
    ignoreExtraAttributes: true,
    missingAttributesNull: true,
  });
  if (!isObject(value)) return undefined;
  // What is write-only today may have been stored by an earlier version of the provider.
  return mapAttributes(attributes, { value: withBlocks(attributes, value) }, ({ attribute, value: held }) =>
    attribute.writeOnly ? null : held,
  );
}

/** Completes a state of which attributes are left out, and checks it. */
export function completeState(
  attributes: Attributes,
  partial: PartialState<Attributes>,
  summary: string,
): ObjectValue {
  if (!isObject(partial)) throw withheld(summary, [{ path: [], rule: "an object must be answered" }]);
  const missing = Object.keys(attributes).filter((name) => partial[name] === undefined);
  const state = withBlocks(
    attributes,
    objectOf([
      ...Object.entries(partial as ObjectValue).filter(([, value]) => value !== undefined),
      ...missing.map((name) => [name, null] as const),
    ]),
  );
  const violations = stateViolations(attributes, state);
  if (violations.length > 0) throw withheld(summary, violations);
  return state;
}

/** No blocks are an empty collection. */
function withBlocks(attributes: Attributes, state: ObjectValue): ObjectValue {
  const extra = Object.entries(state).filter(([name]) => !Object.hasOwn(attributes, name));
  const mapped = mapAttributes(attributes, { value: state }, ({ attribute, value }) =>
    value === null && isRepeatedBlock(attribute) ? [] : value,
  );
  return objectOf([...Object.entries(mapped), ...extra]);
}
