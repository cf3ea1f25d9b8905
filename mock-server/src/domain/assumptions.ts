/** Rules that nobody documents, each with a switch to test under the other one. */
export interface Assumptions {
  /** Whether two service user tokens of an organization may not share a name. False unless given. */
  readonly uniqueNames: boolean;
  /** Whether an expired token can be regenerated without being revoked first. False unless given. */
  readonly regenerateExpired: boolean;
  /** Whether revoked and expired tokens count against the limit of 20. False unless given. */
  readonly revokedCount: boolean;
}
