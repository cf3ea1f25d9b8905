import {
  type AttributePath,
  Diagnostic_Severity,
  type Diagnostic as ProtocolDiagnostic,
} from "../wire/gen/tfplugin6.js";
import { formatPath, type Path, WireError } from "../wire/index.js";
import type { Attribute, Attributes } from "./schema/attribute.js";
import { isBlock } from "./schema/type.js";

export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** What happened, in a few words. */
  readonly summary: string;
  /** Why, and what to do next. */
  readonly detail: string;
  readonly path?: Path;
}

/** A failure that already says what, why and what next. Thrown anywhere below an RPC, it becomes its diagnostic. */
export class DiagnosticError extends Error {
  constructor(
    readonly summary: string,
    readonly detail: string,
    readonly path?: Path,
  ) {
    super(`${summary}: ${detail}`);
    this.name = "DiagnosticError";
  }
}

/** Collects what one RPC has to tell the user. */
export class Diagnostics {
  readonly #items: Diagnostic[] = [];

  error(summary: string, detail: string, path?: Path): void {
    this.#add({ severity: "error", summary, detail, ...(path ? { path } : {}) });
  }

  warning(summary: string, detail: string, path?: Path): void {
    this.#add({ severity: "warning", summary, detail, ...(path ? { path } : {}) });
  }

  /** Records a failure of any kind; what is not meant for users is named a bug, without its internals. */
  thrown(error: unknown, doing: string): void {
    const meant = meantForUsers(error);
    if (meant) {
      this.error(meant.summary, meant.detail, meant.path);
      return;
    }
    if (error instanceof WireError) {
      this.error(
        "Value not understood",
        `While ${doing}, the provider met a value that does not fit its schema: ${error.message}. ` +
          "This is a bug in the provider, unless the value was written by another version of it: please report it.",
        error.path,
      );
      return;
    }
    const kind = error instanceof Error ? error.name : typeof error;
    this.error(
      "The provider failed unexpectedly",
      `While ${doing}, the provider met an error that it does not handle (${kind}). ` +
        "This is a bug in the provider: please report it, with the log of a run under TF_LOG_PROVIDER=debug.",
    );
  }

  #add(item: Diagnostic): void {
    const isRepeated = this.#items.some((other) => key(other) === key(item));
    if (!isRepeated) this.#items.push(item);
  }

  get hasError(): boolean {
    return this.#items.some((item) => item.severity === "error");
  }

  get items(): readonly Diagnostic[] {
    return this.#items;
  }

  /** The diagnostics on the wire; `attributes` is the schema that the paths are about. */
  toProtocol(redact: (text: string) => string, attributes?: Attributes): ProtocolDiagnostic[] {
    return this.#items.map((item) => ({
      severity: item.severity === "error" ? Diagnostic_Severity.ERROR : Diagnostic_Severity.WARNING,
      summary: redact(item.summary),
      detail: redact(item.detail),
      ...(item.path && item.path.length > 0
        ? { attribute: pathToProtocol(shownPath(item.path, attributes)) }
        : {}),
    }));
  }
}

/**
 * The path of a diagnostic as Terraform finds the line for it: attributes are names down to the innermost block, and
 * keys inside of a nested attribute, because Terraform looks into the value of an attribute by keys only.
 */
function shownPath(path: Path, attributes: Attributes | undefined): Path {
  let block = attributes;
  let isInValue = false;
  return path.map((step) => {
    if (!("attribute" in step)) return step;
    if (isInValue) return { key: step.attribute };
    const member: Attribute | undefined = block?.[step.attribute];
    if (member && isBlock(member)) block = member.attributes;
    else isInValue = true;
    return step;
  });
}

/** The error that tells users what happened: itself, or why something was aborted. */
export function meantForUsers(error: unknown): DiagnosticError | undefined {
  if (error instanceof DiagnosticError) return error;
  const isAbort = error instanceof Error && error.name === "AbortError";
  return isAbort && error.cause instanceof DiagnosticError ? error.cause : undefined;
}

const key = ({ severity, summary, detail, path = [] }: Diagnostic): string =>
  JSON.stringify([severity, summary, detail, formatPath(path)]);

/** A path on the wire; it stops at the first set element, which the protocol cannot express. */
export function pathToProtocol(path: Path): AttributePath {
  const steps: NonNullable<AttributePath["steps"]> = [];
  for (const step of path) {
    if ("attribute" in step) steps.push({ selector: { $case: "attributeName", value: step.attribute } });
    else if ("key" in step) steps.push({ selector: { $case: "elementKeyString", value: step.key } });
    else if ("index" in step) steps.push({ selector: { $case: "elementKeyInt", value: step.index } });
    else break;
  }
  return { steps };
}

/** The path of an attribute, from the root: `at("timeouts", "create")`. */
export const at = (...names: string[]): Path => names.map((attribute) => ({ attribute }));
