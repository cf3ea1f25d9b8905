/** A seed that cannot be planted: says where in it, and what is wrong. */
export class SeedError extends Error {
  override readonly name = "SeedError";

  /** The error of one place, such as `organizations[0].users[1].status`. */
  static at(place: string, problem: string): SeedError {
    return new SeedError(`${place}: ${problem}`);
  }
}
