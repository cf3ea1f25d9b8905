import { formatPath, isUnknown, type ObjectValue, type Path, type Value } from "../wire/index.js";
import type { ConfigRule } from "./schema/rule.js";
import { isNull, isObject, isOpen } from "./shape.js";

/** An attribute of the object that a rule stands on, by name, or one further inside by its path from there. */
export type Reference = string | Path;

/**
 * At most one of these attributes may be configured.
 *
 * @example
 * rules: [conflictsWith("password", "password_wo")]
 */
export function conflictsWith(...references: readonly [Reference, Reference, ...Reference[]]): ConfigRule {
  const paths = references.map(toPath);
  return {
    description: `at most one of ${list(paths, "and")}`,
    paths,
    check: (config, { path, diagnostics }) => {
      const [first, second] = configured(config, paths);
      if (first && second) {
        diagnostics.error(
          "Attributes that exclude each other",
          `Only one of ${list(paths, "and")} can be given. Remove all but one of them.`,
          [...path, ...second],
        );
      }
    },
  };
}

/** Exactly one of these attributes must be configured. A value that is not known yet may turn out to be null. */
export function exactlyOneOf(...references: readonly [Reference, Reference, ...Reference[]]): ConfigRule {
  const paths = references.map(toPath);
  return {
    description: `exactly one of ${list(paths, "and")}`,
    paths,
    check: (config, context) => {
      conflictsWith(...references).check(config, context);
      atLeastOneOf(...references).check(config, context);
    },
  };
}

/** One or more of these attributes must be configured. A value that is not known yet may turn out to be one. */
export function atLeastOneOf(...references: readonly [Reference, ...Reference[]]): ConfigRule {
  const paths = references.map(toPath);
  return {
    description: `at least one of ${list(paths, "and")}`,
    paths,
    check: (config, { path, diagnostics }) => {
      if (paths.every((reference) => valueAt(config, reference) === null)) {
        diagnostics.error("Attribute missing", `Give a value to ${list(paths, "or")}.`, path);
      }
    },
  };
}

/** When the first attribute is configured, all the others must be as well. */
export function alsoRequires(
  reference: Reference,
  ...others: readonly [Reference, ...Reference[]]
): ConfigRule {
  const subject = toPath(reference);
  const paths = others.map(toPath);
  return {
    description: `${formatPath(subject)} only with ${list(paths, "and")}`,
    paths: [subject, ...paths],
    check: (config, { path, diagnostics }) => {
      const missing = paths.filter((other) => valueAt(config, other) === null);
      if (configured(config, [subject]).length > 0 && missing.length > 0) {
        diagnostics.error(
          "Attribute missing",
          `${formatPath(subject)} can be given only together with ${list(missing, "and")}.`,
          [...path, ...subject],
        );
      }
    },
  };
}

/** Warns of a value that will be stored in the state where a write-only attribute would keep it out. */
export function preferWriteOnly(stored: Reference, writeOnly: Reference): ConfigRule {
  const paths = [toPath(stored), toPath(writeOnly)] as const;
  return {
    description: `${formatPath(paths[1])} rather than ${formatPath(paths[0])}`,
    paths,
    check: (config, { path, diagnostics, writeOnlyAllowed }) => {
      if (!writeOnlyAllowed || valueAt(config, paths[0]) === null) return;
      diagnostics.warning(
        "Value will be stored in the state",
        `${formatPath(paths[0])} is written to Terraform's state. This version of Terraform can do without: use ` +
          `${formatPath(paths[1])} instead, which is never stored.`,
        [...path, ...paths[0]],
      );
    },
  };
}

const toPath = (reference: Reference): Path =>
  typeof reference === "string" ? [{ attribute: reference }] : reference;

/** Those of the attributes that certainly have a value. */
const configured = (config: ObjectValue, paths: readonly Path[]): readonly Path[] =>
  paths.filter((path) => {
    const value = valueAt(config, path);
    return value !== null && !isOpen(value);
  });

/** The value in a place, or null when there is none; unknown when an object on the way is. */
function valueAt(config: ObjectValue, path: Path): Value {
  let value: Value = config;
  for (const step of path) {
    if (isUnknown(value)) return value;
    value = isObject(value) && "attribute" in step ? (value[step.attribute] ?? null) : null;
  }
  return isNull(value) ? null : value;
}

function list(paths: readonly Path[], word: "and" | "or"): string {
  const names = paths.map(formatPath);
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}` : names.join("");
}
