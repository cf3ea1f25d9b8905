import type { Deferral } from "./deferral.js";
import { DiagnosticError } from "./diagnostics.js";

/** One connection of Terraform: one configured instance of the provider, with work of its own to stop. */
export class Connection {
  readonly #running = new Set<Promise<unknown>>();
  #stop = new AbortController();
  #configured: { readonly client: unknown } | undefined;
  /** Set when the whole provider has been put off to a later run. */
  deferral: Deferral | undefined;
  /** Whether something has been applied: from then on nothing can be put off any more. */
  applies = false;

  /** Aborted when Terraform asks to stop. Work that starts after a stop is given a fresh signal. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** What the provider made of this connection's configuration. */
  get client(): unknown {
    if (this.deferral) throw this.deferral;
    if (this.#configured) return this.#configured.client;
    throw new DiagnosticError(
      "Provider not configured",
      "Terraform asked for an operation before it configured the provider, or after configuring it had failed.",
    );
  }

  /** The client and what it is configured with, if there is one. */
  get configured(): { readonly client: unknown } | undefined {
    return this.#configured;
  }

  /** Takes a new client, and answers the one before it. */
  configure(client: unknown): { readonly client: unknown } | undefined {
    const before = this.#configured;
    this.#configured = { client };
    return before;
  }

  /** Forgets the client, and answers it. */
  forget(): { readonly client: unknown } | undefined {
    const before = this.#configured;
    this.#configured = undefined;
    return before;
  }

  /** Cancels the work under way: Terraform still waits for its answers. */
  cancel(): void {
    this.#stop.abort(
      new DiagnosticError("Stopped", "Terraform was interrupted; run it again to finish the change."),
    );
    this.#stop = new AbortController();
  }

  /** Remembers work until it has come to rest. */
  track<T>(work: Promise<T>): Promise<T> {
    const settled = work.catch(() => undefined).finally(() => this.#running.delete(settled));
    this.#running.add(settled);
    return work;
  }

  /** Resolves when no work is under way. */
  async rest(): Promise<void> {
    await Promise.allSettled(this.#running);
  }
}
