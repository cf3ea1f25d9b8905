/**
 * The secrets that this process received, for the ephemeral resource that hands them over in the same run. They are kept
 * in memory, and nowhere else, until the process ends.
 */
export class IssuedSecrets {
  readonly #secrets = new Map<string, string>();
  readonly #now: () => number;
  #highest = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(tokenId: string, version: number, secret: string): void {
    this.#secrets.set(`${tokenId}/${version}`, secret);
  }

  get(tokenId: string, version: number): string | undefined {
    return this.#secrets.get(`${tokenId}/${version}`);
  }

  /** Takes notice of a version that is in the state, so that no new one is as low. */
  saw(version: number | null): void {
    this.#highest = Math.max(this.#highest, version ?? 0);
  }

  /** The version of a new secret: higher than the one before it, and than every one that this process saw. */
  nextVersion(previous: number, issuedAt: number): number {
    const time = Math.max(this.#now(), Number.isNaN(issuedAt) ? 0 : issuedAt);
    this.#highest = Math.max(previous + 1, this.#highest + 1, Math.floor(time));
    return this.#highest;
  }
}
