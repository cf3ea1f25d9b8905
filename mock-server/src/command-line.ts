import { parseArgs } from "node:util";
import type { MockServerOptions } from "./start.js";

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What the command line asks for. */
export type CommandLine =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "serve"; readonly options: MockServerOptions; readonly quiet: boolean };

export const usage = `Usage: safetyculture-mock-server [options]

A stateful stand-in for the SafetyCulture service user token API. When it is ready, it writes one line of JSON to
stdout: {"url", "api_token", "organizations": [{"id", "name", "api_token"}]}. SIGINT and SIGTERM end it.

  --port N              TCP port; a free one unless given
  --host ADDRESS        address to listen on; 127.0.0.1 unless given
  --seed FILE           what to begin with, YAML or JSON
  --random-seed N       number from which ids and secrets follow; they are random unless given
  --state FILE          keeps the state over restarts; what it holds comes before --seed and --clock
  --clock TIME          where the clock begins, as 2026-01-31T12:00:00Z; the real time unless given
  --frozen              the clock stands still until it is moved
  --rate-limit          no more than 800 calls in 60 seconds, of which 200 writes
  --unique-names        two service user tokens may not share a name
  --regenerate-expired  an expired token can be regenerated without being revoked first
  --revoked-count       revoked and expired tokens count against the limit of 20
  --quiet               does not log requests to stderr
  --version             prints the version
  --help                prints this text
`;

/** Reads the arguments. Throws {@link UsageError}. */
export function parseCommandLine(args: string[]): CommandLine {
  const values = parse(args);
  if (values.help === true) return { kind: "help" };
  if (values.version === true) return { kind: "version" };
  const { host, state } = values;
  const options: MockServerOptions = {
    port: values.port === undefined ? 0 : wholeNumber("--port", values.port, 65_535),
    ...(host === undefined ? {} : { host }),
    ...(values.seed === undefined ? {} : { seed: values.seed }),
    ...(values["random-seed"] === undefined
      ? {}
      : { randomSeed: wholeNumber("--random-seed", values["random-seed"], Number.MAX_SAFE_INTEGER) }),
    ...(state === undefined ? {} : { state }),
    ...(values.clock === undefined && values.frozen === undefined
      ? {}
      : {
          clock: {
            ...(values.clock === undefined ? {} : { now: values.clock }),
            frozen: values.frozen === true,
          },
        }),
    rateLimit: values["rate-limit"] === true,
    assumptions: {
      ...(values["unique-names"] === true ? { uniqueNames: true } : {}),
      ...(values["regenerate-expired"] === true ? { regenerateExpired: true } : {}),
      ...(values["revoked-count"] === true ? { revokedCount: true } : {}),
    },
  };
  return { kind: "serve", options, quiet: values.quiet === true };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: "string" },
        host: { type: "string" },
        seed: { type: "string" },
        "random-seed": { type: "string" },
        state: { type: "string" },
        clock: { type: "string" },
        frozen: { type: "boolean" },
        "rate-limit": { type: "boolean" },
        "unique-names": { type: "boolean" },
        "regenerate-expired": { type: "boolean" },
        "revoked-count": { type: "boolean" },
        quiet: { type: "boolean" },
        version: { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(/\. |\n/)[0]}; see --help`);
  }
}

function wholeNumber(option: string, text: string, largest: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= largest) return number;
  throw new UsageError(`${option} must be a whole number up to ${largest}, not "${text}"`);
}
