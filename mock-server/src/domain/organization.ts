import type { Instant } from "../clock.js";
import type { Activity, BootstrapCredential, ServiceUserToken, User, UserToken } from "./records.js";
import * as serviceUserToken from "./service-user-token.js";
import * as userToken from "./user-token.js";

/** Events of an organization that are kept, the newest ones. */
const activityLimit = 10_000;

/** Milliseconds for which the activity log is kept: 90 days. */
const activityTime = 90 * 86_400_000;

/** One organization and all that belongs to it. Lists are in order of creation. */
export class Organization {
  readonly users = new Map<string, User>();
  readonly serviceUserTokens = new Map<string, ServiceUserToken>();
  readonly userTokens = new Map<string, UserToken>();
  readonly bootstrapCredentials: BootstrapCredential[] = [];
  activities: Activity[] = [];

  constructor(
    readonly id: string,
    readonly name: string,
  ) {}

  /** The tokens of one person. */
  *userTokensOf(userId: string): Iterable<UserToken> {
    for (const token of this.userTokens.values()) if (token.userId === userId) yield token;
  }

  /** Adds an event to the log, which forgets the oldest ones. */
  log(activity: Activity): void {
    this.activities.push(activity);
    if (this.activities.length > activityLimit)
      this.activities.splice(0, this.activities.length - activityLimit);
  }

  /** The events of the last 90 days, oldest first. */
  activitiesAt(now: Instant): Activity[] {
    return this.activities.filter((activity) => activity.occurredAt > now - activityTime);
  }
}

/** Active service user tokens of an organization. */
export function activeServiceUserTokens(tokens: Iterable<ServiceUserToken>, now: Instant): number {
  let count = 0;
  for (const token of tokens) if (serviceUserToken.stateOf(token, now) === "active") count += 1;
  return count;
}

/** Active user tokens among those given. */
export function activeUserTokens(tokens: Iterable<UserToken>, now: Instant): number {
  let count = 0;
  for (const token of tokens) if (userToken.stateOf(token, now) === "active") count += 1;
  return count;
}
