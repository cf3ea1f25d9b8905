import type { Diagnostics } from "../framework/index.js";
import type { Snapshot } from "./token-list.js";

interface Planning {
  readonly diagnostics: Diagnostics;
  readonly signal: AbortSignal;
}

/** The room for active tokens, as the plans of this run use it up; Terraform plans one resource at a time. */
export class Budget {
  readonly #list: (signal: AbortSignal) => Promise<Snapshot>;
  readonly #planned = new Map<string, number>();
  #ended = 0;
  #isTold = false;

  constructor(list: (signal: AbortSignal) => Promise<Snapshot>) {
    this.#list = list;
  }

  /** Counts a token that is planned, and warns once when there is no room for all of them. */
  async planCreate(name: string, { diagnostics, signal }: Planning): Promise<void> {
    this.#planned.set(name, (this.#planned.get(name) ?? 0) + 1);
    const { active, limit } = await this.#list(signal);
    if (active === undefined || limit === undefined || this.#isTold) return;
    const planned = [...this.#planned.values()].reduce((a, b) => a + b, 0);
    if (active + planned - this.#ended <= limit) return;
    this.#isTold = true;
    diagnostics.warning(
      "More tokens than there is room for",
      `The organization has ${active} of at most ${limit} active tokens, and this plan makes more than the ` +
        `${Math.max(0, limit - active)} that there is room for, unless it ends others first. Tokens that go beyond the limit fail ` +
        "when they are created. Pause or remove some that are no longer needed.",
    );
  }

  /** Counts an active token whose removal is planned. */
  planEnd(isActive: boolean): void {
    if (isActive) this.#ended += 1;
  }

  /** A planned token has been made: it is in the API's count from now on. */
  created(name: string): void {
    const planned = this.#planned.get(name) ?? 0;
    if (planned > 0) this.#planned.set(name, planned - 1);
  }
}
