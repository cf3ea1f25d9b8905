import type { Instant } from "../clock.js";
import type { Activity, BootstrapCredential, ServiceUserToken, User, UserToken } from "./records.js";

/** Events of an organization that are kept, the newest ones. */
const activityLimit = 10_000;

/** One organization and all that belongs to it. Maps are in order of creation. */
export class Organization {
  readonly users = new Map<string, User>();
  readonly serviceUserTokens = new Map<string, ServiceUserToken>();
  readonly userTokens = new Map<string, UserToken>();
  readonly bootstrapCredentials: BootstrapCredential[] = [];
  readonly activities: Activity[] = [];

  constructor(
    readonly id: string,
    readonly name: string,
    /** Expiries up to this moment are in the activity log. */
    public expiriesSeenAt: Instant,
  ) {}

  /** The tokens of one person. */
  userTokensOf(userId: string): UserToken[] {
    return [...this.userTokens.values()].filter((token) => token.userId === userId);
  }

  /** Adds an event to the activity log, which forgets the oldest ones. */
  log(activity: Activity): void {
    this.activities.push(activity);
    // Cut a thousand at once: to move all of them for each new one would take a long time.
    if (this.activities.length > activityLimit + 1000) this.activities.splice(0, 1000);
  }
}
