import type { AnyProvider } from "../provider.js";
import { lintSchema } from "./schema.js";
import { refuse, type SchemaProblem } from "./schema-error.js";

/** Names that Terraform accepts for a provider. */
const PROVIDER_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Throws a `SchemaError` when Terraform could not work with the provider as a whole. */
export function lintProvider(provider: AnyProvider): void {
  lintSchema(provider.schema, "provider", provider.name);
  const named: readonly [string, readonly { readonly name: string }[]][] = [
    ["resource", provider.resources],
    ["data source", provider.dataSources],
    ["ephemeral resource", provider.ephemeralResources ?? []],
    ["function", provider.functions ?? []],
  ];
  const problems = [
    ...(PROVIDER_NAME.test(provider.name)
      ? []
      : ["the name must be of lower-case letters, digits and single dashes"]),
    ...named.flatMap(([kind, things]) =>
      repeated(things.map(({ name }) => name)).map((name) => `there are two of the name ${name}: ${kind}`),
    ),
    ...configClashes(provider.resources.map(({ name }) => name)),
  ];
  refuse(
    `provider ${provider.name}`,
    problems.map((problem): SchemaProblem => ({ path: [], problem })),
  );
}

const repeated = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

/** A construct x comes with an interface XConfig. */
function configClashes(names: readonly string[]): string[] {
  return names
    .filter((name) => names.includes(`${name}_config`))
    .map(
      (name) => `resources ${name} and ${name}_config break generated constructs, which name both XConfig`,
    );
}
