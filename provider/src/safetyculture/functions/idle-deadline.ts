import { ArgumentError, defineFunction, integerBetween, parameter } from "../../framework/index.js";

const DAY_MS = 86_400_000;
const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

export const idleDeadline = defineFunction({
  name: "idle_deadline",
  summary: "When a token expires unless it is used",
  description:
    "The time, as RFC 3339 in UTC, at which a token that was last used at `last_used_at` expires when it is not used " +
    "for `days` days. For a token that was never used, give the time at which its secret was issued.",
  parameters: [
    parameter("last_used_at", "string", { description: "Time of the last use, as RFC 3339." }),
    parameter("days", "integer", {
      description: "Days without use after which the token expires: its `inactivity_expiry_days`.",
      validators: [integerBetween(1, 3660)],
    }),
  ],
  returns: "string",
  call(lastUsedAt, days) {
    const time = RFC_3339.test(lastUsedAt) ? Date.parse(lastUsedAt.toUpperCase()) : Number.NaN;
    if (Number.isNaN(time)) {
      throw new ArgumentError(0, 'A time as RFC 3339 is required, such as "2026-01-31T12:00:00Z".');
    }
    return new Date(time + days * DAY_MS).toISOString().replace(/\.\d+Z$/, "Z");
  },
});
