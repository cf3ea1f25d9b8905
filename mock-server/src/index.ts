export { type Clock, ClockError, type ClockStart, type Duration, type Instant } from "./clock.js";
export type { OrganizationAccess } from "./organization-access.js";
export type { Seed, SeedAssumptions, SeedOrganization } from "./seed/document.js";
export { type MockServer, type MockServerOptions, startMockServer } from "./start.js";
