import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { StateFileError } from "./state-file-error.js";

/** Sees to it that one server at a time writes a state file. The lock is a file beside it with the process id. */
export class StateLock {
  readonly #path: string;

  /** Takes the lock, also from a process that is no more. Throws {@link StateFileError} when another holds it. */
  constructor(stateFile: string) {
    this.#path = `${stateFile}.lock`;
    if (this.#take()) return;
    const holder = this.#holder();
    if (holder !== undefined && isRunning(holder)) {
      throw new StateFileError(
        `${stateFile} is in use by process ${holder}; if that is not a mock server, delete ${this.#path}`,
      );
    }
    rmSync(this.#path, { force: true });
    if (!this.#take()) throw new StateFileError(`${stateFile} is in use`);
  }

  release(): void {
    rmSync(this.#path, { force: true });
  }

  #take(): boolean {
    try {
      const file = openSync(this.#path, "wx", 0o600);
      writeSync(file, String(process.pid));
      closeSync(file);
      return true;
    } catch (error) {
      if (isCode(error, "EEXIST")) return false;
      throw new StateFileError(`${this.#path} cannot be written: ${String(error)}`);
    }
  }

  #holder(): number | undefined {
    try {
      const pid = Number.parseInt(readFileSync(this.#path, "utf8"), 10);
      return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
    } catch {
      return undefined;
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
