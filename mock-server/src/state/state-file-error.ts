/** A state file that cannot be read or written, or is in use. It is left as it is. */
export class StateFileError extends Error {
  override readonly name = "StateFileError";
}
