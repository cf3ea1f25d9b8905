import type { Fault as ControlFault } from "../control/types.js";
import { rememberedLists } from "../domain/lists.js";
import type { Organization } from "../domain/organization.js";
import { checkFaults, type Fault, isEnding } from "./fault.js";
import { type FaultCall, matches } from "./match.js";
import { FaultPlan, noFaults, type RememberedLists } from "./plan.js";

/** A fault that is set. */
export interface ActiveFault {
  readonly fault: Fault;
  /** Calls that it met so far. */
  readonly hits: number;
}

/**
 * What goes wrong, and when. Without faults, nothing does.
 *
 * ```ts
 * const lost = server.faults.add({
 *   operation: "ServiceUserTokensService_CreateServiceUserToken",
 *   kind: "drop",
 *   when: "after_commit",
 *   times: 1,
 * });
 * // … lost.hits === 1
 * ```
 */
export interface Faults {
  /** Adds a fault behind the others. Throws when its operation is unknown, or no list where it must be one. */
  add(fault: Fault): ActiveFault;
  /** Puts these faults in the place of all others. */
  set(faults: readonly Fault[]): readonly ActiveFault[];
  /** The faults in order; their hits go on counting. */
  list(): readonly ActiveFault[];
  /** Removes all faults. */
  clear(): void;
}

/** A fault with its counters. */
class CountedFault implements ActiveFault {
  hits = 0;
  #seen = 0;

  constructor(
    readonly fault: Fault,
    /** The lists as they were when the fault was set; for a stale list only. */
    readonly remembered: RememberedLists | undefined,
  ) {}

  /** Counts a call that matches; true when the fault meets it. */
  meets(): boolean {
    const { after = 0, times = Number.POSITIVE_INFINITY } = this.fault;
    this.#seen += 1;
    if (this.#seen <= after || this.hits >= times) return false;
    this.hits += 1;
    return true;
  }
}

/** Keeps the faults and decides which of them a call meets. */
export class FaultRegistry implements Faults {
  #faults: CountedFault[] = [];
  readonly #organizations: () => Iterable<Organization>;

  constructor(organizations: () => Iterable<Organization>) {
    this.#organizations = organizations;
  }

  add(fault: Fault): ActiveFault {
    const [added] = this.#count([fault]);
    if (added === undefined) throw new TypeError("there is no fault to add");
    this.#faults.push(added);
    return added;
  }

  set(faults: readonly ControlFault[]): readonly ActiveFault[] {
    this.#faults = this.#count(faults);
    return this.#faults;
  }

  list(): readonly ActiveFault[] {
    return [...this.#faults];
  }

  clear(): void {
    this.#faults = [];
  }

  /** The faults that the call meets: all that are due, but one ending at most. */
  meet(call: FaultCall): FaultPlan {
    if (this.#faults.length === 0) return noFaults;
    const met: CountedFault[] = [];
    let ending = false;
    for (const counted of this.#faults) {
      const ends = isEnding(counted.fault);
      if ((ends && ending) || !matches(counted.fault, call) || !counted.meets()) continue;
      ending ||= ends;
      met.push(counted);
    }
    if (met.length === 0) return noFaults;
    const remembered = met.find((counted) => counted.remembered !== undefined)?.remembered;
    return new FaultPlan(
      met.map(({ fault }) => fault),
      remembered,
    );
  }

  #count(faults: readonly ControlFault[]): CountedFault[] {
    return checkFaults(faults).map(
      (fault) => new CountedFault(fault, fault.kind === "stale_list" ? this.#remember() : undefined),
    );
  }

  #remember(): RememberedLists {
    return new Map(
      [...this.#organizations()].map((organization) => [organization.id, rememberedLists(organization)]),
    );
  }
}
