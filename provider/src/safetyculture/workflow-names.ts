import type { ServiceUserToken } from "@safetyculture-tokens/sdk";

// What the names say that the client gives to tokens while it works on them. It alone writes them.

/** Whether a name is that of an outgoing token. */
export const isRetiring = (name: string): boolean => / \(retires [^)]*\)$/u.test(name);

/** Whether a token is to take the place of the one of this id, and is not finished. */
export const isSuccessorOf = (id: string, { name }: ServiceUserToken): boolean =>
  name.includes(` (replaces ${id.slice(0, 8).toLowerCase()}, creating `);

/** Whether a token is what a killed create of this name left behind: nobody has its secret. */
export const isLeftover = (token: ServiceUserToken, name: string): boolean =>
  token.last_used_at === null && token.name.startsWith(`${name} (creating `);
