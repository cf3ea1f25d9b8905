import type { FaultMoment } from "../control/types.js";
import type { Lists } from "../domain/lists.js";
import { presentLists } from "../domain/lists.js";
import type { Organization } from "../domain/organization.js";
import { type EndingFault, type Fault, type FaultOf, isEnding } from "./fault.js";

/** Lists as they were when a fault was set, by organization. */
export type RememberedLists = ReadonlyMap<string, Lists>;

/** The faults that one call meets. */
export class FaultPlan {
  readonly #faults: readonly Fault[];
  readonly #remembered: RememberedLists | undefined;

  constructor(faults: readonly Fault[], remembered?: RememberedLists) {
    this.#faults = faults;
    this.#remembered = remembered;
  }

  get kinds(): Fault["kind"][] {
    return this.#faults.map(({ kind }) => kind);
  }

  /** Milliseconds to wait at a moment. */
  delay(moment: FaultMoment): number {
    const delays = this.#faults.filter((fault): fault is FaultOf<"delay"> => fault.kind === "delay");
    return delays
      .filter(({ when = "before_handling" }) => when === moment)
      .reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  }

  /** What takes the place of the answer at a moment. */
  ending(moment: FaultMoment): EndingFault | undefined {
    const fault = this.#faults.find(isEnding);
    return fault !== undefined && momentOf(fault) === moment ? fault : undefined;
  }

  get slowBody(): FaultOf<"slow_body"> | undefined {
    return this.#faults.find((fault): fault is FaultOf<"slow_body"> => fault.kind === "slow_body");
  }

  /** Items that a page repeats or, when negative, leaves out. */
  get pageShift(): number {
    const fault = this.#faults.find(
      (found): found is FaultOf<"shifted_page"> => found.kind === "shifted_page",
    );
    return fault === undefined ? 0 : (fault.by ?? 1);
  }

  /** What lists read. */
  listsOf(organization: Organization): Lists {
    return this.#remembered?.get(organization.id) ?? presentLists(organization);
  }
}

/** The plan of a call that meets no fault. */
export const noFaults = new FaultPlan([]);

function momentOf(fault: EndingFault): FaultMoment {
  switch (fault.kind) {
    case "rate_limited":
      return "before_handling";
    case "truncated_body":
      return "after_commit";
    default:
      return fault.when ?? "before_handling";
  }
}
