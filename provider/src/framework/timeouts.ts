import type { ObjectValue } from "../wire/index.js";
import { DiagnosticError } from "./diagnostics.js";
import type { Attributes, ObjectAttribute, StringAttribute } from "./schema/attribute.js";
import { object, string } from "./schema/builders.js";
import type { Validator } from "./schema/validator.js";
import { isObject } from "./shape.js";

export type Operation = "create" | "read" | "update" | "delete" | "open";

const UNIT_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** Reads a duration such as `30s`, `1h30m` or `500ms` as milliseconds; `undefined` for anything else. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, , unit] of text.matchAll(/(\d+(\.\d+)?)(ms|s|m|h)/g)) {
    total += Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS];
  }
  return total > 0 && total <= 2 ** 31 - 1 ? total : undefined;
}

const duration: Validator<string> = {
  description: "a duration such as `30s`, `5m` or `1h30m`",
  validate: (value, path, diagnostics) => {
    if (parseDuration(value) === undefined) {
      diagnostics.error(
        "Duration not understood",
        `${JSON.stringify(value)} is not a duration that can be used. Write numbers with units (ms, s, m, h), such as "30s", "5m" or ` +
          '"1h30m"; more than zero and at most 24 days.',
        path,
      );
    }
  },
};

/** The `timeouts` attribute with what it says where the configuration says nothing. */
export interface TimeoutsAttribute<O extends Operation = Operation>
  extends ObjectAttribute<"optional", { readonly [K in O]: StringAttribute<"optional"> }> {
  readonly timeoutDefaults: Readonly<Record<O, string>>;
}

/**
 * The `timeouts` attribute for the given operations. Under the name `timeouts` in a schema, it limits them: the signal
 * of an operation is aborted when its time is over.
 *
 * @throws RangeError when a default is no duration.
 */
export function timeouts<const O extends Operation>(
  defaults: Readonly<Record<O, string>>,
): TimeoutsAttribute<O> {
  for (const fallback of Object.values<string>(defaults)) {
    if (parseDuration(fallback) === undefined) throw new RangeError(`${fallback} is not a duration`);
  }
  const attributes = Object.fromEntries(
    Object.entries<string>(defaults).map(([operation, fallback]) => [
      operation,
      string("optional", {
        description: `How long to ${operation} may take, such as \`30s\` or \`5m\`. Default: \`${fallback}\`.`,
        validators: [duration],
      }),
    ]),
  );
  const attribute = object(
    "optional",
    attributes as { readonly [K in O]: StringAttribute<"optional"> } & Attributes,
    { description: "How long an operation may take before it is given up." },
  );
  return { ...attribute, timeoutDefaults: defaults };
}

/** How long an operation may take by the `timeouts` of a schema, in milliseconds; `undefined` for any time. */
export function timeoutOf(
  attributes: Attributes,
  values: ObjectValue,
  operation: Operation,
): number | undefined {
  const { timeouts: attribute } = attributes;
  if (!attribute || !("timeoutDefaults" in attribute)) return undefined;
  const configured = isObject(values["timeouts"]) ? values["timeouts"][operation] : undefined;
  const defaults = attribute.timeoutDefaults as Partial<Record<Operation, string>>;
  const text = typeof configured === "string" ? configured : defaults[operation];
  return text === undefined ? undefined : parseDuration(text);
}

/** Runs an operation with a deadline; its signal is aborted by the deadline or by the given signal. */
export async function withTimeout<T>(
  operation: Operation,
  milliseconds: number,
  stop: AbortSignal,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = AbortSignal.timeout(milliseconds);
  try {
    return await run(AbortSignal.any([stop, deadline]));
  } catch (error) {
    if (!deadline.aborted || error instanceof DiagnosticError) throw error;
    throw new DiagnosticError(
      "Timed out",
      `The ${operation} operation took longer than ${milliseconds / 1000} seconds. What it had done by then is in the ` +
        `state; run it again, or give it longer with timeouts = { ${operation} = "…" }.`,
      [{ attribute: "timeouts" }, { attribute: operation }],
    );
  }
}
