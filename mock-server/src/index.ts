export { type Clock, ClockError, type ClockStart, type Duration, type Instant } from "./clock.js";
export type { OperationId } from "./contract/types.js";
export type {
  FaultMoment,
  JournalEntry,
  Seed,
  SeedOrganization,
  SeedServiceUserToken,
  SeedUser,
  SeedUserToken,
  Snapshot,
} from "./control/types.js";
export type { Assumptions } from "./domain/assumptions.js";
export { ApiError } from "./errors.js";
export type { Fault } from "./faults/fault.js";
export type { ActiveFault, Faults } from "./faults/registry.js";
export type { Journal, JournalFilter } from "./journal/journal.js";
export type { OrganizationAccess } from "./organization-access.js";
export { SeedError } from "./seed/seed-error.js";
export { type MockServer, type MockServerOptions, startMockServer } from "./start.js";
export { SnapshotError } from "./state/snapshot.js";
export { StateFileError } from "./state/state-file-error.js";
export type { TokensView } from "./world.js";
