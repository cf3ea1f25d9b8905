import { formatPath, type Path } from "../../wire/index.js";
import { DiagnosticError } from "../diagnostics.js";

/** A rule of Terraform core that an answer of this provider would break. No values: they may be secrets. */
export interface Violation {
  readonly path: Path;
  readonly rule: string;
}

const MOST_SHOWN = 10;

/** The diagnostic for an answer that was held back: it names the attributes and asks for a bug report. */
export function withheld(summary: string, violations: readonly Violation[]): DiagnosticError {
  const lines = violations
    .slice(0, MOST_SHOWN)
    .map(({ path, rule }) => `  - ${formatPath(path) || "(the whole object)"}: ${rule}`);
  if (violations.length > lines.length) lines.push(`  - and ${violations.length - lines.length} more`);
  return new DiagnosticError(
    summary,
    `The provider was about to give Terraform an answer that breaks its rules:\n${lines.join("\n")}\n` +
      "The answer was held back so that no object is forgotten. This is a bug in the provider: please report it.",
    violations[0]?.path,
  );
}
