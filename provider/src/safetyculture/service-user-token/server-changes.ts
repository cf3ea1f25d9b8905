import type { ServiceUserToken } from "@safetyculture-tokens/sdk";
import { type Diagnostics, valuesEqual } from "../../framework/index.js";
import type { Adjusted, TokenNotes } from "./notes.js";

/** What a token was asked to be. */
interface Wanted {
  readonly name: string;
  readonly permissions: readonly string[];
}

const SET = { set: "string" } as const;

/** Whether two names are the same text; a server may spell it in another Unicode form. */
export const isSameName = (one: string, other: string): boolean =>
  one.normalize("NFC") === other.normalize("NFC");

/** Whether two lists hold the same keys. */
export const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  valuesEqual([...one], [...other], SET);

/**
 * Says once what the server made of the values that it was sent, and remembers it: without that, every plan would try to
 * change them back.
 */
export function noteServerChanges(
  token: ServiceUserToken,
  wanted: Wanted,
  { notes, diagnostics }: { readonly notes: TokenNotes; readonly diagnostics: Diagnostics },
): void {
  const name = isSameName(token.name, wanted.name) ? undefined : { sent: wanted.name, got: token.name };
  if (name !== undefined && !isRepeated(name, notes.adjustedName)) {
    diagnostics.warning(
      "The API changed the name",
      `Token ${token.id} was to be named ${JSON.stringify(name.sent)}, and the API made ${JSON.stringify(name.got)} of it. ` +
        "The provider takes the two for the same from now on; better configure the name that the API keeps.",
    );
  }
  notes.set("adjusted_name", name);
  const permissions = isSameSet(token.permissions, wanted.permissions)
    ? undefined
    : { sent: [...wanted.permissions].sort(), got: [...token.permissions].sort() };
  if (permissions !== undefined && !isRepeated(permissions, notes.adjustedPermissions)) {
    diagnostics.warning(
      "The API changed the permissions",
      `Token ${token.id} was to have other permissions than the API gave it: ${difference(permissions)}. The provider takes ` +
        "the two for the same from now on; better configure what the API gives.",
    );
  }
  notes.set("adjusted_permissions", permissions);
}

/** A token with the name and permissions that were asked for, where the server is known to have made these of them. */
export function asSent(token: ServiceUserToken, notes: TokenNotes): ServiceUserToken {
  const { adjustedName: name, adjustedPermissions: permissions } = notes;
  return {
    ...token,
    ...(name !== undefined && isSameName(token.name, name.got) ? { name: name.sent } : {}),
    ...(permissions !== undefined && isSameSet(token.permissions, permissions.got)
      ? { permissions: [...permissions.sent] }
      : {}),
  };
}

const isRepeated = <T>(change: Adjusted<T>, noted: Adjusted<T> | undefined): boolean =>
  JSON.stringify(change) === JSON.stringify(noted);

function difference({ sent, got }: Adjusted<readonly string[]>): string {
  const added = got.filter((key) => !sent.includes(key)).map((key) => `${key} was added`);
  const removed = sent.filter((key) => !got.includes(key)).map((key) => `${key} was left out`);
  return [...added, ...removed].join(", ");
}
