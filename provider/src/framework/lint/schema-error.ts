import { formatPath, type Path } from "../../wire/index.js";

/** Something in a schema that Terraform, or what is generated from the schema, could not work with. */
export interface SchemaProblem {
  /** Where: empty for the thing as a whole. */
  readonly path: Path;
  readonly problem: string;
}

/** A schema with problems; thrown where it is defined, so that no build of a provider leaves with it. */
export class SchemaError extends Error {
  constructor(
    /** Such as `resource token`. */
    subject: string,
    readonly problems: readonly SchemaProblem[],
  ) {
    const lines = problems.map(({ path, problem }) =>
      path.length > 0 ? `  - ${formatPath(path)}: ${problem}` : `  - ${problem}`,
    );
    super(`${subject} cannot be served:\n${lines.join("\n")}`);
    this.name = "SchemaError";
  }
}

/** Throws when there are problems. */
export function refuse(subject: string, problems: readonly SchemaProblem[]): void {
  if (problems.length > 0) throw new SchemaError(subject, problems);
}
