const PREFIX = "SERVICE_USER_TOKEN_STATUS_";

/** The API's status in Terraform's spelling: `active`, `revoked`, `expired`, or whatever newer servers say. */
export const statusName = (status: string): string =>
  (status.startsWith(PREFIX) ? status.slice(PREFIX.length) : status).toLowerCase();
