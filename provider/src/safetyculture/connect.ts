import {
  type Logger as ApiLogger,
  InvalidArgumentError,
  SafetyCultureClient,
} from "@safetyculture-tokens/sdk";
import {
  at,
  type ConfigureContext,
  DiagnosticError,
  isUnknown,
  type Level,
  type Logger,
} from "../framework/index.js";
import { readExtraCertificates } from "./extra-certificates.js";
import { Organization } from "./organization.js";
import type { ProviderClient } from "./provider-client.js";
import type { ProviderConfig, providerSchema } from "./provider-schema.js";

const DEFAULT_API_URL = "https://api.safetyculture.com";
const LONGEST_CALL_MS = 24 * 60 * 60 * 1000;

type Context = ConfigureContext<typeof providerSchema.attributes>;

/**
 * Makes the client of the configured organization and reads its tokens, which every command needs: so a dead server or
 * a wrong API token is one diagnostic, and not one for each resource.
 */
export async function connect(context: Context, env: NodeJS.ProcessEnv): Promise<ProviderClient> {
  const { config, logger, registerSecret } = context;
  const url = config.api_url || env["SAFETYCULTURE_API_URL"] || DEFAULT_API_URL;
  const token = config.api_token || env["SAFETYCULTURE_API_TOKEN"] || "";
  if (isUnknown(url) || isUnknown(token)) return { organization: undefined };
  if (token === "") {
    throw new DiagnosticError(
      "No API token",
      "The provider needs an API token to call the API with. Set the environment variable SAFETYCULTURE_API_TOKEN, or " +
        "api_token in the provider block.",
    );
  }
  registerSecret(token);
  const organization = new Organization(createClient(config, { url, token, env, logger }));
  try {
    await organization.tokens(context.signal);
  } catch (error) {
    await organization.close();
    throw error;
  }
  return { organization };
}

interface Connection {
  readonly url: string;
  readonly token: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logger: Logger;
}

function createClient(config: ProviderConfig, { url, token, env, logger }: Connection): SafetyCultureClient {
  const { max_retries: retries, request_timeout_seconds: seconds } = config;
  const extraCaCertificates = readExtraCertificates(env);
  try {
    return new SafetyCultureClient({
      apiToken: token,
      logger: apiLogger(logger),
      logLevel: "debug",
      baseUrl: url,
      // The timeouts of the operations decide how long a call may go on.
      deadlineMs: LONGEST_CALL_MS,
      ...(typeof retries === "number" ? { maxRetries: retries } : {}),
      ...(typeof seconds === "number" ? { timeoutMs: seconds * 1000 } : {}),
      ...(extraCaCertificates === undefined ? {} : { extraCaCertificates }),
    });
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    const attribute = { apiToken: "api_token", baseUrl: "api_url" }[error.field] ?? error.field;
    const rule = error.message
      .slice(error.field.length)
      .trim()
      .replaceAll("apiToken", "api_token")
      .replaceAll("baseUrl", "api_url");
    const configured = attribute === "api_token" ? Boolean(config.api_token) : Boolean(config.api_url);
    const origin = configured
      ? attribute
      : `The environment variable SAFETYCULTURE_${attribute.toUpperCase()}`;
    throw new DiagnosticError(
      "Provider setting not valid",
      `${origin} ${rule}`,
      configured ? at(attribute) : undefined,
    );
  }
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
