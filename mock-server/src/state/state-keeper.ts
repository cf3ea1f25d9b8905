import type { Snapshot } from "../control/types.js";
import type { World } from "../world.js";
import { StateLock } from "./lock.js";
import { SnapshotError } from "./snapshot.js";
import { readState, writeState } from "./state-file.js";
import { StateFileError } from "./state-file-error.js";

/** Milliseconds after which the activity log alone is written. */
const logDelay = 200;

/**
 * Keeps a world in a file. What a call changed is on the disk before its answer is sent; calls that come while the
 * file is written share the next writing. The activity log by itself follows a little later.
 */
export class StateKeeper {
  readonly #path: string;
  readonly #world: World;
  readonly #lock: StateLock;
  #savedRevision = -1;
  #writing: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  private constructor(path: string, world: World, lock: StateLock) {
    this.#path = path;
    this.#world = world;
    this.#lock = lock;
  }

  /** Takes the file, and puts what it holds into the world. Throws {@link StateFileError} for a damaged one. */
  static async open(path: string, world: World): Promise<StateKeeper> {
    const lock = new StateLock(path);
    try {
      const saved = await readState(path);
      if (saved !== undefined) world.restore(onwards(saved.snapshot, saved.savedAt));
      const keeper = new StateKeeper(path, world, lock);
      await keeper.save(true);
      return keeper;
    } catch (error) {
      lock.release();
      if (error instanceof SnapshotError) throw new StateFileError(`${path} is damaged: ${error.message}`);
      throw error;
    }
  }

  /** Writes the file if tokens or people changed since the last time, or in any case when `always` is true. */
  save(always = false): Promise<void> {
    if (!always && this.#world.store.revision === this.#savedRevision) {
      this.#timer ??= setTimeout(() => void this.save(true).catch(() => undefined), logDelay).unref();
      return Promise.resolve();
    }
    this.#next ??= this.#writeAfter(this.#writing);
    return this.#next;
  }

  /** Writes a last time and gives the file back. */
  async close(): Promise<void> {
    try {
      await this.save(true);
    } finally {
      clearTimeout(this.#timer);
      this.#lock.release();
    }
  }

  /** Waits for the writing before, and takes in all that was changed until then. */
  async #writeAfter(before: Promise<void> | undefined): Promise<void> {
    await before?.catch(() => undefined);
    this.#writing = this.#next;
    this.#next = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { revision } = this.#world.store;
    await writeState(this.#path, this.#world.snapshot());
    this.#savedRevision = revision;
  }
}

/** The snapshot with a clock that went on while no server ran, unless it is frozen. */
function onwards(snapshot: Snapshot, savedAt: number): Snapshot {
  const { now, frozen } = snapshot.clock;
  const passed = frozen ? 0 : Math.max(0, Date.now() - savedAt);
  return { ...snapshot, clock: { now: now + passed, frozen } };
}
