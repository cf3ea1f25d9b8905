import {
  type AttributePath,
  Diagnostic_Severity,
  type Diagnostic as ProtocolDiagnostic,
} from "../wire/gen/tfplugin6.js";
import type { Path } from "../wire/index.js";

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
    this.#items.push({ severity: "error", summary, detail, ...(path ? { path } : {}) });
  }

  warning(summary: string, detail: string, path?: Path): void {
    this.#items.push({ severity: "warning", summary, detail, ...(path ? { path } : {}) });
  }

  /** Records a failure of any kind; what is not meant for users is named a bug, without its internals. */
  thrown(error: unknown, doing: string): void {
    if (error instanceof DiagnosticError) {
      this.error(error.summary, error.detail, error.path);
      return;
    }
    const kind = error instanceof Error ? error.name : typeof error;
    this.error(
      "The provider failed unexpectedly",
      `While ${doing}, the provider met an error that it does not handle (${kind}). ` +
        "This is a bug in the provider: please report it, with the log of a run under TF_LOG_PROVIDER=debug.",
    );
  }

  get hasError(): boolean {
    return this.#items.some((item) => item.severity === "error");
  }

  get items(): readonly Diagnostic[] {
    return this.#items;
  }

  toProtocol(redact: (text: string) => string): ProtocolDiagnostic[] {
    return this.#items.map((item) => ({
      severity: item.severity === "error" ? Diagnostic_Severity.ERROR : Diagnostic_Severity.WARNING,
      summary: redact(item.summary),
      detail: redact(item.detail),
      ...(item.path ? { attribute: pathToProtocol(shownPath(item.path)) } : {}),
    }));
  }
}

/**
 * The path of a diagnostic as Terraform finds the line for it: it looks into the value of an attribute by keys only, so
 * the attributes of a nested object are named as keys.
 */
const shownPath = (path: Path): Path =>
  path.map((step, depth) => (depth > 0 && "attribute" in step ? { key: step.attribute } : step));

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
