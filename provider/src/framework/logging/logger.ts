import { isEnabled, type Level } from "./level.js";
import type { Redactor } from "./redactor.js";

export type Fields = Readonly<Record<string, string | number | boolean>>;

/** Writes log lines that Terraform shows at their level, with every known secret masked. */
export interface Logger {
  log(level: Level, message: string, fields?: Fields): void;
  /** A logger that adds these fields to every line. */
  with(fields: Fields): Logger;
  /** A logger for one part of the provider, which TF_LOG_PROVIDER_<NAME>_<SUBSYSTEM> makes louder or quieter. */
  subsystem(name: string): Logger;
}

export interface LogOptions {
  /** The provider's name; lines of a subsystem carry `name.subsystem`. */
  readonly module: string;
  readonly redactor: Redactor;
  /** The lowest level written for the provider, or for one of its subsystems. */
  readonly levelOf: (subsystem?: string) => Level | undefined;
  readonly now: () => Date;
  readonly write: (line: string) => void;
}

/** Terraform cuts lines at 64 KiB, and a line that is cut loses its level. */
const MAX_LINE_BYTES = 60_000;
const MAX_TEXT = 8_000;

/** A logger that speaks hclog's JSON: strict about `@timestamp`, or Terraform drops the level. */
export function createLogger(options: LogOptions, context: Fields = {}, subsystem?: string): Logger {
  const { redactor, now, write } = options;
  const level = options.levelOf(subsystem);
  const module = subsystem === undefined ? options.module : `${options.module}.${subsystem}`;
  return {
    log(wanted, message, fields = {}) {
      if (!isEnabled(wanted, level)) return;
      const head = {
        "@level": wanted,
        "@message": shorten(redactor.redact(message)),
        "@module": module,
        // hclog wants exactly six digits of a second.
        "@timestamp": now().toISOString().replace(/Z$/, "000Z"),
      };
      const line = JSON.stringify({ ...head, ...masked({ ...context, ...fields }, redactor) });
      write(
        `${Buffer.byteLength(line) <= MAX_LINE_BYTES ? line : JSON.stringify({ ...head, omitted: "too many fields" })}\n`,
      );
    },
    with: (fields) => createLogger(options, { ...context, ...fields }, subsystem),
    subsystem: (name) => createLogger(options, context, name),
  };
}

/** Fields without secrets, and none that Terraform would take for its own. */
function masked(fields: Fields, redactor: Redactor): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const text = String(value);
      const shown = redactor.redactWhole(text);
      return [name.replace(/^@+/, ""), typeof value === "string" || shown !== text ? shorten(shown) : value];
    }),
  );
}

const shorten = (text: string): string =>
  text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}… (${text.length - MAX_TEXT} more characters)`;
