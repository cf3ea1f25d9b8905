import { runHarmlessly } from "./run-harmlessly.js";

/**
 * Levels of a log, from silent to everything.
 *
 * @example
 * ```ts
 * import { type LogLevel, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const logLevel: LogLevel = "debug";
 * const client = new SafetyCultureClient({ logger: console, logLevel });
 * ```
 */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

/**
 * Fields of a log line. They hold ids, codes, numbers and path templates; never a header, a body or a secret.
 *
 * @example
 * ```ts
 * import type { LogFields } from "@safetyculture-tokens/sdk";
 *
 * const write = (message: string, fields: LogFields) => console.log(JSON.stringify({ message, ...fields }));
 * ```
 */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Where the client logs. `console` is one.
 *
 * @example
 * ```ts
 * import { type LogFields, type Logger, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const write = (level: string) => (message: string, fields: LogFields) =>
 *   console.error(JSON.stringify({ level, message, ...fields }));
 * const logger: Logger = { error: write("error"), warn: write("warn"), info: write("info"), debug: write("debug") };
 * const client = new SafetyCultureClient({ logger });
 * ```
 */
export interface Logger {
  /** What nobody can go on from. The client itself writes nothing here: it throws. */
  error(message: string, fields: LogFields): void;
  /** Calls that failed, and hooks that threw. */
  warn(message: string, fields: LogFields): void;
  /** Attempts that failed and are tried again. */
  info(message: string, fields: LogFields): void;
  /** Every attempt, when it is sent and when it ended. */
  debug(message: string, fields: LogFields): void;
}

/** From silent to everything. */
export const LOG_LEVELS: readonly LogLevel[] = ["off", "error", "warn", "info", "debug"];

/** Logs from `level` up. What the logger throws is dropped: a log line must not cost the response of a call. */
export class Log {
  readonly #logger: Logger | undefined;
  readonly #rank: number;

  constructor(logger: Logger | undefined, level: LogLevel) {
    this.#logger = level === "off" ? undefined : logger;
    this.#rank = LOG_LEVELS.indexOf(level);
  }

  /** Whether lines of this level are written, so that their fields need not be made otherwise. */
  writes(level: Exclude<LogLevel, "off">): boolean {
    return this.#logger !== undefined && LOG_LEVELS.indexOf(level) <= this.#rank;
  }

  /** Writes one line. */
  write(level: Exclude<LogLevel, "off">, message: string, fields: LogFields): void {
    if (!this.writes(level)) return;
    const logger = this.#logger;
    // The caller's logger may be broken; the call goes on.
    runHarmlessly(
      () => logger?.[level](message, fields),
      () => undefined,
    );
  }
}
