import type { Instant } from "../clock.js";

/** Days without use after which a service user token expires. */
export type InactivityDays = 31 | 45 | 60 | 180;

/** A service user and its one token. Its state follows from its times; no field holds it. */
export interface ServiceUserToken {
  /** Order of creation in the whole server. */
  readonly sequence: number;
  readonly id: string;
  readonly serviceUserId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly inactivityDays: InactivityDays;
  /** Keys, sorted. */
  readonly permissions: readonly string[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly secretIssuedAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly secretHash: string;
}

/** A person's own token. */
export interface UserToken {
  readonly sequence: number;
  readonly id: string;
  readonly userId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
  /** When its person was deactivated, which ends it for good. */
  readonly endedAt: Instant | null;
  readonly secretHash: string;
}

/** A person. */
export interface User {
  readonly sequence: number;
  readonly id: string;
  readonly organizationId: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly email: string;
  readonly seatType: string;
  /** Keys, sorted; an administrator has all. */
  readonly permissions: readonly string[];
  readonly groupIds: readonly string[];
  readonly siteIds: readonly string[];
  readonly deactivatedAt: Instant | null;
}

/** Lets its administrator in for ever, whatever the clock says; no list shows it. */
export interface BootstrapCredential {
  readonly organizationId: string;
  readonly userId: string;
  readonly secretHash: string;
}

/** An entry of the activity log. */
export interface Activity {
  readonly sequence: number;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly userId: string;
  /** The name at that time. */
  readonly userName: string;
  readonly metadata: Readonly<Record<string, string>>;
}
