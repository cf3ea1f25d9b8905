import type { AnswerOf, RequestOf } from "../contract/types.js";
import type { components, operations } from "./generated/schema.js";

/** Every operation of the control API. */
export type ControlOperationId = keyof operations;

export type ControlRequest<Id extends ControlOperationId> = RequestOf<operations[Id]>;

export type ControlAnswer<Id extends ControlOperationId> = AnswerOf<operations[Id]>;

type Schemas = components["schemas"];

/** What a server begins with. Every part may be left out. */
export type Seed = Schemas["Seed"];

export type SeedOrganization = Schemas["SeedOrganization"];
export type SeedUser = Schemas["SeedUser"];
export type SeedUserToken = Schemas["SeedUserToken"];
export type SeedServiceUserToken = Schemas["SeedServiceUserToken"];

/**
 * Something that goes wrong, for calls of one operation:
 *
 * ```ts
 * { operation: "ServiceUserTokensService_CreateServiceUserToken", kind: "drop", when: "after_commit", times: 1 }
 * ```
 */
export type Fault = Schemas["Fault"];

/** Whether a fault comes before the call is handled, or when it is done and its answer is at stake. */
export type FaultMoment = Schemas["FaultMoment"];

/** One request as the journal has it. Secrets are removed. */
export type JournalEntry = Schemas["JournalEntry"];

/** A whole world, to be restored later. */
export type Snapshot = Schemas["Snapshot"];
