import { DiagnosticError } from "./diagnostics.js";

/** JSON as the private state keeps it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Keys that start with this sign are the framework's. */
const RESERVED = ".";
/** Where bytes are kept that are not this framework's: another provider's, from before a move. */
const FOREIGN = ".foreign";

/**
 * What a provider keeps with an object and shows to nobody: Terraform stores it beside the state and hands it back.
 * It is not encrypted. Keys are the provider's own and do not start with a dot.
 *
 * @example
 * context.privateState.set("etag", response.etag);
 */
export interface PrivateState {
  get(key: string): Json | undefined;
  /** Stores a value under a key; `undefined` removes the key. */
  set(key: string, value: Json | undefined): void;
}

/** The private state of one call: what came in leaves again byte for byte, unless something was set. */
export class PrivateStore implements PrivateState {
  readonly #received: Uint8Array;
  readonly #values = new Map<string, Json>();
  #changed = false;

  constructor(received: Uint8Array | undefined) {
    this.#received = received ?? new Uint8Array();
    const stored = parse(this.#received);
    if (stored) for (const [key, value] of Object.entries(stored)) this.#values.set(key, value);
    else if (this.#received.length > 0)
      this.#values.set(FOREIGN, Buffer.from(this.#received).toString("base64"));
  }

  get(key: string): Json | undefined {
    return isReserved(key) ? undefined : this.#values.get(key);
  }

  set(key: string, value: Json | undefined): void {
    if (isReserved(key)) {
      throw new DiagnosticError(
        "Reserved key in private state",
        `The key ${JSON.stringify(key)} starts with a dot, which is reserved for the framework. ` +
          "This is a bug in the provider: please report it.",
      );
    }
    this.#set(key, value);
  }

  /** A note of the framework's own. */
  note(key: `.${string}`): Json | undefined {
    return this.#values.get(key);
  }

  setNote(key: `.${string}`, value: Json | undefined): void {
    this.#set(key, value);
  }

  /** The bytes for Terraform, with keys in order, so that planning twice gives the same. */
  bytes(): Buffer {
    if (!this.#changed) return Buffer.from(this.#received);
    if (this.#values.size === 0) return Buffer.alloc(0);
    const sorted = [...this.#values].sort(([a], [b]) => (a < b ? -1 : 1));
    return Buffer.from(JSON.stringify(Object.fromEntries(sorted)));
  }

  #set(key: string, value: Json | undefined): void {
    // A round trip through JSON keeps out what cannot be stored, and what is changed after it was stored.
    const text = value === undefined ? undefined : JSON.stringify(value);
    if (text === undefined) this.#changed = this.#values.delete(key) || this.#changed;
    else if (JSON.stringify(this.#values.get(key)) !== text) {
      this.#values.set(key, JSON.parse(text) as Json);
      this.#changed = true;
    }
  }
}

const isReserved = (key: string): boolean => key.startsWith(RESERVED);

function parse(bytes: Uint8Array): { readonly [name: string]: Json } | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as { readonly [name: string]: Json })
      : undefined;
  } catch {
    return undefined;
  }
}
