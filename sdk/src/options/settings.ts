import { type Clock, systemClock } from "../clock.js";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import type { Hooks } from "../observability/hooks.js";
import { LOG_LEVELS, Log } from "../observability/logger.js";
import type { Secret } from "../secret.js";
import { readApiToken } from "./api-token.js";
import { type BaseUrl, readBaseUrl } from "./base-url.js";
import type { ClientOptions } from "./client-options.js";
import type { RequestOptions } from "./request-options.js";

/** Longest delay that a timer of Node can hold. */
const MAX_MS = 2 ** 31 - 1;

/** Limits of a call. */
export interface CallLimits {
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
}

/** The options of a client, checked and complete. */
export interface Settings extends CallLimits {
  readonly apiToken: Secret;
  readonly baseUrl: BaseUrl;
  readonly retryBudget: number;
  /** Calls and writes per 60 seconds. */
  readonly pacing: { readonly calls: number; readonly writes: number };
  readonly userAgent: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly hooks: Hooks;
  readonly log: Log;
}

function milliseconds(field: string, value: number | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (typeof value !== "number" || !(value > 0 && value <= MAX_MS)) {
    throw new InvalidArgumentError(field, `must be a number of milliseconds from 1 to ${MAX_MS}`);
  }
  return Math.ceil(value);
}

function count(field: string, value: number | undefined, otherwise: number, least: number): number {
  if (value === undefined) return otherwise;
  if (!(value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && value >= least))) {
    throw new InvalidArgumentError(field, `must be a whole number of at least ${least}`);
  }
  return value;
}

/** Limits of one call: its own options, else the client's. */
export function readCallLimits(options: RequestOptions, otherwise: CallLimits): CallLimits {
  if (options.signal !== undefined && typeof options.signal.addEventListener !== "function") {
    throw new InvalidArgumentError("signal", "must be an AbortSignal");
  }
  const { timeoutMs, deadlineMs, maxRetries } = options;
  if (timeoutMs === undefined && deadlineMs === undefined && maxRetries === undefined) return otherwise;
  return {
    timeoutMs: milliseconds("timeoutMs", timeoutMs, otherwise.timeoutMs),
    deadlineMs: milliseconds("deadlineMs", deadlineMs, otherwise.deadlineMs),
    maxRetries: count("maxRetries", maxRetries, otherwise.maxRetries, 0),
  };
}

function readLog({ logger, logLevel = "info" }: ClientOptions): Log {
  if (!LOG_LEVELS.includes(logLevel)) {
    throw new InvalidArgumentError("logLevel", `must be one of ${LOG_LEVELS.join(", ")}`);
  }
  return new Log(logger, logLevel);
}

/** Checks the options of a client and fills in what was not given. */
export function readSettings(options: ClientOptions): Settings {
  const { pacing, userAgent, extraCaCertificates, dispatcher } = options;
  if (userAgent !== undefined && !/^[\x20-\x7e]+$/.test(userAgent)) {
    throw new InvalidArgumentError("userAgent", "must be visible ASCII text");
  }
  if (dispatcher !== undefined && typeof dispatcher.dispatch !== "function") {
    throw new InvalidArgumentError("dispatcher", "must be a dispatcher of undici");
  }
  if (extraCaCertificates !== undefined) {
    if (dispatcher !== undefined) {
      throw new InvalidArgumentError(
        "extraCaCertificates",
        "has no effect on a dispatcher of yours; set its `connect.ca`",
      );
    }
    if (!extraCaCertificates.includes("-----BEGIN CERTIFICATE-----")) {
      throw new InvalidArgumentError("extraCaCertificates", "must be certificates in PEM text");
    }
  }
  const unlimited = Number.POSITIVE_INFINITY;
  const { calls, writes } = pacing === false ? { calls: unlimited, writes: unlimited } : (pacing ?? {});
  return {
    apiToken: readApiToken(options.apiToken),
    baseUrl: readBaseUrl(options.baseUrl, options.plainHttpHosts),
    timeoutMs: milliseconds("timeoutMs", options.timeoutMs, 30_000),
    deadlineMs: milliseconds("deadlineMs", options.deadlineMs, 120_000),
    maxRetries: count("maxRetries", options.maxRetries, 4, 0),
    retryBudget: count("retryBudget", options.retryBudget, 100, 0),
    pacing: { calls: count("pacing.calls", calls, 800, 1), writes: count("pacing.writes", writes, 200, 1) },
    userAgent: userAgent === undefined ? "" : `${userAgent} `,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    hooks: options.hooks ?? {},
    log: readLog(options),
  };
}
