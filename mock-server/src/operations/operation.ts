import type { Instant } from "../clock.js";
import type { OperationAnswer, OperationId, OperationRequest } from "../contract/types.js";
import type { Assumptions } from "../domain/assumptions.js";
import type { Caller } from "../domain/caller.js";
import type { Entropy } from "../domain/entropy.js";
import type { Lists } from "../domain/lists.js";
import type { Store } from "../domain/store.js";

/** What an operation works on. Its caller is authenticated and has the permissions that the contract names. */
export interface OperationContext {
  readonly caller: Caller;
  /** What lists read. */
  readonly lists: Lists;
  /** How far a page after the first is shifted; see PageOptions. */
  readonly pageShift: number;
  readonly store: Store;
  readonly now: Instant;
  readonly entropy: Entropy;
  readonly assumptions: Assumptions;
}

/**
 * One operation: from a valid request to the body of a 200, or an ApiError. It runs in one go, so that no other
 * call comes in between.
 */
export type Operation<Id extends OperationId> = (
  request: OperationRequest<Id>,
  context: OperationContext,
) => OperationAnswer<Id>;

/** An operation for every operationId. */
export type Operations = { readonly [Id in OperationId]: Operation<Id> };
