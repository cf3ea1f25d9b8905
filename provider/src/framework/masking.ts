import type { ObjectValue } from "../wire/index.js";
import type { Redactor } from "./logging/redactor.js";
import type { Attributes } from "./schema/attribute.js";
import { mapAttributes } from "./walk.js";

/** Hides the values of sensitive and write-only attributes from every later log line and diagnostic. */
export function maskSensitive(
  attributes: Attributes,
  redactor: Redactor,
  ...values: (ObjectValue | undefined)[]
): void {
  for (const value of values) {
    if (!value) continue;
    mapAttributes(attributes, { value }, ({ attribute, value: held }) => {
      if (attribute.sensitive || attribute.writeOnly) redactor.addValue(held);
      return held;
    });
  }
}
