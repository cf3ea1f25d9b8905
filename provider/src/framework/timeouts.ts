import { DiagnosticError } from "./diagnostics.js";
import type { Attributes, ObjectAttribute, StringAttribute, Validator } from "./schema/attribute.js";
import { object, string } from "./schema/builders.js";

export type Operation = "create" | "read" | "update" | "delete";

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
        `${JSON.stringify(value)} is not a duration. Write numbers with units (ms, s, m, h), such as "30s", "5m" or ` +
          '"1h30m"; at most 24 days.',
        path,
      );
    }
  },
};

/** The `timeouts` attribute for the given operations. */
export function timeouts<const O extends Operation>(
  defaults: Readonly<Record<O, string>>,
): ObjectAttribute<"optional", { readonly [K in O]: StringAttribute<"optional"> }> {
  const attributes = Object.fromEntries(
    Object.entries<string>(defaults).map(([operation, fallback]) => [
      operation,
      string("optional", {
        description: `How long to ${operation} may take, such as \`30s\` or \`5m\`. Default: \`${fallback}\`.`,
        validators: [duration],
      }),
    ]),
  );
  return object("optional", attributes as { readonly [K in O]: StringAttribute<"optional"> } & Attributes, {
    description: "How long an operation may take before it is given up.",
  });
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
