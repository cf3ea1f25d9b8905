import { redactText } from "../text/redact.js";

/** Fields of one request that are watched. */
const fieldLimit = 200;

/** How deep fields are watched. */
const depthLimit = 8;

/**
 * Finds the fields of a request that nothing reads: what a client sends in vain.
 *
 * It lists the fields at first, then hands out proxies that strike out each field when it is read.
 */
export class ReadTracker {
  readonly #unread = new Set<string>();

  /** Notes the fields of a value, before defaults are added to it. */
  note(value: unknown, path: string, depth = 0): void {
    if (!isFields(value) || depth === depthLimit) {
      if (value !== undefined && this.#unread.size < fieldLimit) this.#unread.add(path);
      return;
    }
    for (const [key, part] of Object.entries(value)) this.note(part, `${path}.${key}`, depth + 1);
  }

  /** The parts of a request, watched. */
  watch<Request extends { readonly query: object; readonly body?: unknown }>(request: Request): Request {
    return this.#watch(request, "");
  }

  /** The fields that were not read, such as `query.page_sise`. */
  get unread(): string[] {
    return [...this.#unread].map(redactText);
  }

  /** A list counts as read with the field that holds it. */
  #watch<T extends object>(value: T, path: string): T {
    return new Proxy(value, {
      get: (target, key, receiver) => {
        const part: unknown = Reflect.get(target, key, receiver);
        if (typeof key === "symbol") return part;
        const name = path === "" ? key : `${path}.${key}`;
        this.#unread.delete(name);
        return isFields(part) ? this.#watch(part, name) : part;
      },
    });
  }
}

function isFields(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
