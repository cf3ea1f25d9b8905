/** What a server starts from, as YAML, JSON or an object. Every part may be left out. */
export interface Seed {
  /** The number from which ids and secrets follow; without it they are random. */
  readonly random_seed?: number;
  readonly assumptions?: SeedAssumptions;
  readonly organizations?: readonly SeedOrganization[];
}

export interface SeedAssumptions {
  readonly unique_names?: boolean;
  readonly regenerate_expired?: boolean;
  readonly revoked_count?: boolean;
}

export interface SeedOrganization {
  readonly id?: string;
  readonly name?: string;
}
