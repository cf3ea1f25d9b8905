import type { Json, PrivateState } from "../../framework/index.js";

// What the provider keeps with a token and shows to nobody. What depends on the time of day is decided by a refresh and
// kept here, so that both plans of one change see one verdict.

/** A value that the server changed, as it was sent and as it came back. */
export interface Adjusted<T> {
  readonly sent: T;
  readonly got: T;
}

interface Notes {
  /** Whole days that had passed since the secret was issued. */
  age_days: number;
  /** Whole hours that had passed since the rotation that left `previous`. */
  hours_since_rotation: number;
  /** Why the environment asks for a rotation. */
  rotate_now: boolean;
  /** An overlapping rotation was interrupted after it had renamed the outgoing token. */
  rotation_unfinished: boolean;
  /** When the provider itself used the secret, to see whether it works. */
  verified_at: string;
  /** The successor of `previous` could not be seen to work. */
  unverified: boolean;
  adjusted_name: Adjusted<string>;
  adjusted_permissions: Adjusted<readonly string[]>;
}

export class TokenNotes {
  readonly #store: PrivateState;

  constructor(store: PrivateState) {
    this.#store = store;
  }

  number(key: "age_days" | "hours_since_rotation"): number {
    const value = this.#store.get(key);
    return typeof value === "number" ? value : -1;
  }

  flag(key: "rotate_now" | "rotation_unfinished" | "unverified"): boolean {
    return this.#store.get(key) === true;
  }

  text(key: "verified_at"): string | undefined {
    const value = this.#store.get(key);
    return typeof value === "string" ? value : undefined;
  }

  get adjustedName(): Adjusted<string> | undefined {
    const value = record(this.#store.get("adjusted_name"));
    const { sent, got } = value ?? {};
    return typeof sent === "string" && typeof got === "string" ? { sent, got } : undefined;
  }

  get adjustedPermissions(): Adjusted<readonly string[]> | undefined {
    const value = record(this.#store.get("adjusted_permissions"));
    const [sent, got] = [texts(value?.["sent"]), texts(value?.["got"])];
    return sent !== undefined && got !== undefined ? { sent, got } : undefined;
  }

  set<K extends keyof Notes>(key: K, value: Notes[K] | undefined): void {
    this.#store.set(key, value === undefined || value === false ? undefined : toJson(value));
  }
}

function toJson(value: Notes[keyof Notes]): Json {
  if (typeof value !== "object") return value;
  const { sent, got } = value;
  return { sent, got };
}

const record = (value: Json | undefined): { readonly [name: string]: Json } | undefined =>
  typeof value === "object" && value !== null && !isList(value) ? value : undefined;

const texts = (value: Json | undefined): readonly string[] | undefined =>
  isList(value) && value.every((item) => typeof item === "string") ? value : undefined;

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
