/** A moment: milliseconds since the epoch. What the API stores and shows has whole seconds. */
export type Instant = number;

/** How far to move a clock; the parts add up. */
export interface Duration {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

/** Where a clock starts, and whether it stands still. */
export interface ClockStart {
  /** The first moment: a `Date`, or an RFC 3339 time. The real time unless given. */
  readonly now?: Date | string;
  /** Whether the clock stands still until it is moved. False unless given. */
  readonly frozen?: boolean;
}

/** A time or a movement that the clock cannot take. */
export class ClockError extends Error {
  override readonly name = "ClockError";
}

const second = 1000;
const lastInstant = Date.parse("9999-12-31T23:59:59Z");

/** Moments as they were formatted last: one answer has the same few many times. */
const formatted = new Map<Instant, string>();

/** The moment as the API shows it: RFC 3339 in UTC, whole seconds. */
export function formatInstant(instant: Instant): string {
  const known = formatted.get(instant);
  if (known !== undefined) return known;
  if (formatted.size >= 1000) formatted.clear();
  const text = `${new Date(instant).toISOString().slice(0, 19)}Z`;
  formatted.set(instant, text);
  return text;
}

/** Reads a time; throws {@link ClockError} when it is none, or lies beyond the year 9999. */
export function parseInstant(time: Date | string): Instant {
  const instant = time instanceof Date ? time.getTime() : Date.parse(time);
  if (
    typeof time === "string" &&
    !/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/i.test(time)
  ) {
    throw new ClockError(`"${time}" is not a time; write it as 2026-01-31T12:00:00Z`);
  }
  if (typeof time === "string" && !Number.isNaN(instant) && !isDay(time.slice(0, 10)))
    throw new ClockError(`${time.slice(0, 10)} is not a valid date`);
  return inRange(instant, time);
}

/** Whether the month has such a day: `Date.parse` takes the 30th of February for the 2nd of March. */
function isDay(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

function inRange(instant: Instant, given: unknown): Instant {
  if (!(instant >= 0 && instant <= lastInstant)) {
    throw new ClockError(`the time ${String(given)} is not between the years 1970 and 9999`);
  }
  return Math.floor(instant / second) * second;
}

function milliseconds({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Duration): number {
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * second;
}

/**
 * The server's time. It follows real time from its start unless it is frozen, and it never goes back.
 *
 * ```ts
 * server.clock.freeze();
 * server.clock.advance({ days: 46 });
 * ```
 */
export interface Clock {
  /** Whether the clock stands still until it is moved. */
  readonly frozen: boolean;
  /** The present moment in milliseconds, a whole number of seconds. */
  now(): Instant;
  /** The present moment as RFC 3339. */
  toString(): string;
  /** Stops the clock, at a later `time` when given. */
  freeze(time?: Date | string): void;
  /** Lets the clock follow real time again, from where it stands. */
  resume(): void;
  /** Moves the clock to a later time. Throws {@link ClockError} when the time lies behind. */
  set(time: Date | string): void;
  /** Moves the clock forward. Throws {@link ClockError} for a negative duration. */
  advance(duration: Duration): void;
}

/** The clock of a world. It follows the monotonic time of the process, which no change of the system's time moves. */
export class VirtualClock implements Clock {
  #base: Instant = 0;
  #startedAt: number | null = null;

  constructor(start: ClockStart = {}) {
    this.restart(start);
  }

  /** Starts again, for a new world: the one way for time to go back. */
  restart(start: ClockStart): void {
    this.#base = start.now === undefined ? inRange(Date.now(), "now") : parseInstant(start.now);
    this.#startedAt = start.frozen === true ? null : performance.now();
  }

  now(): Instant {
    if (this.#startedAt === null) return this.#base;
    return Math.floor((this.#base + performance.now() - this.#startedAt) / second) * second;
  }

  toString(): string {
    return formatInstant(this.now());
  }

  get frozen(): boolean {
    return this.#startedAt === null;
  }

  freeze(time?: Date | string): void {
    const target = time === undefined ? this.now() : this.#ahead(parseInstant(time));
    this.#base = target;
    this.#startedAt = null;
  }

  resume(): void {
    if (this.#startedAt === null) this.#startedAt = performance.now();
  }

  set(time: Date | string): void {
    this.#moveTo(this.#ahead(parseInstant(time)));
  }

  advance(duration: Duration): void {
    const distance = milliseconds(duration);
    if (!(distance >= 0))
      throw new ClockError("the clock only goes forward: the duration must not be negative");
    this.#moveTo(inRange(this.now() + distance, "that results"));
  }

  #moveTo(instant: Instant): void {
    this.#base = instant;
    if (this.#startedAt !== null) this.#startedAt = performance.now();
  }

  #ahead(instant: Instant): Instant {
    if (instant < this.now()) {
      throw new ClockError(
        `the clock only goes forward: ${formatInstant(instant)} lies before its time, ${this.toString()}`,
      );
    }
    return instant;
  }
}
