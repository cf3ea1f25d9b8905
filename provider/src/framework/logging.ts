/** Levels of Terraform's log, from the noisiest to the most severe. */
const LEVELS = ["trace", "debug", "info", "warn", "error"] as const;
export type Level = (typeof LEVELS)[number];

export type Fields = Readonly<Record<string, string | number | boolean>>;

/** Writes log lines that Terraform shows at their level, with every registered secret masked. */
export interface Logger {
  log(level: Level, message: string, fields?: Fields): void;
  /** A logger that adds these fields to every line. */
  with(fields: Fields): Logger;
}

const MASK = "***";
/** Shorter values would mask ordinary words. */
const SHORTEST_SECRET = 6;

/** Remembers sensitive values and takes them out of any text. */
export class Redactor {
  readonly #secrets = new Set<string>();

  add(secret: string): void {
    if (secret.length >= SHORTEST_SECRET) this.#secrets.add(secret);
  }

  readonly redact = (text: string): string => {
    let redacted = text;
    for (const secret of this.#secrets) redacted = redacted.replaceAll(secret, MASK);
    return redacted;
  };
}

/** The lowest level that Terraform will show of a provider's lines, or `undefined` for none. */
export function enabledLevel(env: NodeJS.ProcessEnv): Level | undefined {
  const { TF_LOG_PROVIDER: provider, TF_LOG: all } = env;
  const wanted = (provider || all || "off").toLowerCase();
  if (wanted === "off") return undefined;
  return LEVELS.find((level) => level === wanted) ?? "trace";
}

export interface LogOptions {
  readonly level: Level | undefined;
  readonly redact: (text: string) => string;
  readonly now: () => Date;
  readonly write: (line: string) => void;
}

/** A logger that speaks hclog's JSON: strict about `@timestamp`, or Terraform drops the level. */
export function createLogger(options: LogOptions, context: Fields = {}): Logger {
  return {
    log(level, message, fields = {}) {
      if (options.level === undefined || LEVELS.indexOf(level) < LEVELS.indexOf(options.level)) return;
      const line = JSON.stringify({
        "@level": level,
        "@message": message,
        "@module": "provider",
        "@timestamp": options.now().toISOString().replace(/Z$/, "000Z"),
        ...context,
        ...fields,
      });
      options.write(`${options.redact(line)}\n`);
    },
    with: (fields) => createLogger(options, { ...context, ...fields }),
  };
}
