import {
  type Logger as ApiLogger,
  InvalidArgumentError,
  SafetyCultureClient,
} from "@safetyculture-tokens/sdk";
import { DiagnosticError, isUnknown, type Level, type Logger } from "../framework/index.js";
import type { Credentials, Setting } from "./credentials.js";
import { readExtraCertificates } from "./extra-certificates.js";
import { Organization } from "./organization.js";
import type { ProviderConfig } from "./provider-schema.js";

const LONGEST_CALL_MS = 24 * 60 * 60 * 1000;

/** What a client needs besides its credentials. */
export interface Surroundings {
  readonly config: ProviderConfig;
  readonly env: NodeJS.ProcessEnv;
  readonly logger: Logger;
}

/** Makes the clients of organizations. Those of one API share their connections, and nothing else. */
export class Connector {
  readonly #surroundings: Surroundings;
  readonly #first = new Map<string, SafetyCultureClient>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** The client of one organization. It calls nothing yet. */
  connect(credentials: Credentials): Organization {
    const { url, token } = credentials;
    const first = this.#first.get(url.value);
    if (first !== undefined) return new Organization(derived(first, token));
    const client = createClient(credentials, this.#surroundings);
    this.#first.set(url.value, client);
    return new Organization(client);
  }
}

function derived(first: SafetyCultureClient, token: Setting): SafetyCultureClient {
  try {
    return first.withApiToken(token.value);
  } catch (error) {
    throw error instanceof InvalidArgumentError ? refused(error, token) : error;
  }
}

function createClient(
  { url, token }: Credentials,
  { config, env, logger }: Surroundings,
): SafetyCultureClient {
  const { max_retries: retries, request_timeout_seconds: seconds, plain_http_hosts: hosts } = config;
  const extraCaCertificates = readExtraCertificates(env);
  try {
    return new SafetyCultureClient({
      apiToken: token.value,
      logger: apiLogger(logger),
      logLevel: "debug",
      baseUrl: url.value,
      // The timeouts of the operations decide how long a call may go on.
      deadlineMs: LONGEST_CALL_MS,
      ...(isUnknown(hosts) || hosts === null
        ? {}
        : { plainHttpHosts: hosts.filter((host) => typeof host === "string") }),
      ...(typeof retries === "number" ? { maxRetries: retries } : {}),
      ...(typeof seconds === "number" ? { timeoutMs: seconds * 1000 } : {}),
      ...(extraCaCertificates === undefined ? {} : { extraCaCertificates }),
    });
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw refused(error, error.field === "apiToken" ? token : url);
  }
}

function refused(error: InvalidArgumentError, { origin, path }: Setting): DiagnosticError {
  const rule = error.message
    .slice(error.field.length)
    .trim()
    .replaceAll("apiToken", "api_token")
    .replaceAll("baseUrl", "api_url")
    .replaceAll("plainHttpHosts", "plain_http_hosts");
  return new DiagnosticError("Provider setting not valid", `${origin} ${rule}`, path);
}

/** The client's log lines in Terraform's log. */
function apiLogger(logger: Logger): ApiLogger {
  const write =
    (level: Level): ApiLogger["info"] =>
    (message, fields) => {
      const known = Object.entries(fields).filter(([, value]) => value !== undefined);
      logger.log(
        level,
        message,
        Object.fromEntries(known) as Readonly<Record<string, string | number | boolean>>,
      );
    };
  return { error: write("error"), warn: write("warn"), info: write("info"), debug: write("debug") };
}
