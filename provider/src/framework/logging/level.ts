/** Levels of Terraform's log, from the noisiest to the most severe. */
export const LEVELS = ["trace", "debug", "info", "warn", "error"] as const;
export type Level = (typeof LEVELS)[number];

/** Whether a line of this level is written when the lowest level written is `lowest`. */
export const isEnabled = (level: Level, lowest: Level | undefined): boolean =>
  lowest !== undefined && LEVELS.indexOf(level) >= LEVELS.indexOf(lowest);

/**
 * The lowest level to write, or `undefined` for none: what Terraform will show of a provider (TF_LOG_PROVIDER, else
 * TF_LOG), unless TF_LOG_PROVIDER_<NAME>, or TF_LOG_PROVIDER_<NAME>_<SUBSYSTEM>, says it for this one alone.
 */
export function enabledLevel(env: NodeJS.ProcessEnv, ...names: string[]): Level | undefined {
  const variables = names.map((_name, index) =>
    ["TF_LOG_PROVIDER", ...names.slice(0, index + 1)]
      .join("_")
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, "_"),
  );
  for (const variable of [...variables.reverse(), "TF_LOG_PROVIDER", "TF_LOG"]) {
    const wanted = env[variable]?.toLowerCase();
    if (wanted === "off") return undefined;
    // Terraform takes any other word, and JSON, for the noisiest level.
    if (wanted) return LEVELS.find((level) => level === wanted) ?? "trace";
  }
  return undefined;
}
