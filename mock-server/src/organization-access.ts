/** An organization with the credential of its administrator. */
export interface OrganizationAccess {
  readonly id: string;
  readonly name: string;
  /** The administrator's secret. It never expires and counts against no limit. */
  readonly apiToken: string;
}

/** As the ready line and the control API show it. */
export function presentAccess({ id, name, apiToken }: OrganizationAccess) {
  return { id, name, api_token: apiToken };
}
