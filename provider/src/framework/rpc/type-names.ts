import { DiagnosticError } from "../diagnostics.js";
import type { AnyProvider } from "../provider.js";

/** The full name of a type: the provider's name, and its own. */
export const typeNameOf = (provider: AnyProvider, thing: { readonly name: string }): string =>
  `${provider.name}_${thing.name}`;

/** Finds things of one kind by their full names; throws what users see when there is none of a name. */
export function finder<T extends { readonly name: string }>(
  provider: AnyProvider,
  kind: string,
  things: readonly T[],
): (typeName: string | undefined) => T {
  const byName = new Map(things.map((thing) => [typeNameOf(provider, thing), thing]));
  return (typeName = "") => {
    const thing = byName.get(typeName);
    if (!thing) {
      throw new DiagnosticError(
        `Unknown ${kind}`,
        `Version ${provider.version} of this provider has no ${kind} ${typeName}. Use a version that has it.`,
      );
    }
    return thing;
  };
}
