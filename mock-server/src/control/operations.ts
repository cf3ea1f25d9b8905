import { checkOperationId } from "../faults/fault.js";
import type { FaultRegistry } from "../faults/registry.js";
import type { RequestJournal } from "../journal/journal.js";
import { presentAccess } from "../organization-access.js";
import type { World } from "../world.js";
import type { ControlAnswer, ControlOperationId, ControlRequest, Snapshot } from "./types.js";

/** What the control API works on. */
export interface ControlContext {
  readonly world: World;
  readonly faults: FaultRegistry;
  readonly journal: RequestJournal;
  /** Begins again from the seed. */
  readonly reset: () => void;
  /** Puts a snapshot's world in the place of the present one. */
  readonly restore: (snapshot: Snapshot) => void;
  /** Keeps what was changed, before the answer is sent. */
  readonly save: () => Promise<void>;
}

type ControlOperations = {
  readonly [Id in ControlOperationId]: (
    request: ControlRequest<Id>,
    context: ControlContext,
  ) => ControlAnswer<Id> | Promise<ControlAnswer<Id>>;
};

/** Every operation of the control API; one that has no function here does not compile. */
export const controlOperations: ControlOperations = {
  GetHealth: (_request, { world }) => ({ status: "ok", now: world.clock.toString() }),

  Reset: async (_request, { reset, save }) => {
    reset();
    await save();
    return {};
  },

  GetClock: (_request, { world }) => clockOf(world),

  SetClock: async ({ body }, { world, save }) => {
    const { now, frozen } = body;
    if (now !== undefined) world.clock.set(now);
    if (frozen === true) world.clock.freeze();
    if (frozen === false) world.clock.resume();
    await save();
    return clockOf(world);
  },

  AdvanceClock: async ({ body }, { world, save }) => {
    world.clock.advance(body);
    await save();
    return clockOf(world);
  },

  ListFaults: (_request, { faults }) => faultsOf(faults),

  SetFaults: ({ body }, { faults }) => {
    faults.set(body.faults);
    return faultsOf(faults);
  },

  ClearFaults: (_request, { faults }) => {
    faults.clear();
    return {};
  },

  ListRequests: ({ query }, { journal }) => {
    const { since, operation, unmatched } = query;
    const requests = journal.entries({
      ...(since === undefined ? {} : { since }),
      ...(operation === undefined ? {} : { operation: checkOperationId(operation, "operation") }),
      ...(unmatched === undefined ? {} : { unmatched: unmatched === "true" }),
    });
    return { requests: [...requests], last_id: journal.lastId };
  },

  ClearRequests: (_request, { journal }) => {
    journal.clear();
    return {};
  },

  ListTokens: (_request, { world }) => world.tokens(),

  DeactivateUser: async ({ path }, { world, save }) => {
    world.deactivateUser(path.id);
    await save();
    return {};
  },

  ReactivateUser: async ({ path }, { world, save }) => {
    world.reactivateUser(path.id);
    await save();
    return {};
  },

  GetSnapshot: (_request, { world }) => world.snapshot(),

  RestoreSnapshot: async ({ body }, { world, restore, save }) => {
    restore(body);
    await save();
    return { organizations: world.organizations.map(presentAccess) };
  },
};

function clockOf({ clock }: World): ControlAnswer<"GetClock"> {
  return { now: clock.toString(), frozen: clock.frozen };
}

function faultsOf(faults: FaultRegistry): ControlAnswer<"ListFaults"> {
  return { faults: faults.list().map(({ fault, hits }) => ({ fault, hits })) };
}
