import { at, DiagnosticError, type Diagnostics, isUnknown, type Path } from "../framework/index.js";
import type { ProviderConfig } from "./provider-schema.js";

const DEFAULT_API_URL = "https://api.safetyculture.com";

/** Where a setting came from, for a message about it. */
export interface Setting {
  readonly value: string;
  /** An attribute, or an environment variable. */
  readonly origin: string;
  readonly path?: Path;
}

/** What a client is made of. */
export interface Credentials {
  readonly url: Setting;
  readonly token: Setting;
}

type Env = NodeJS.ProcessEnv;

/**
 * The credentials of an organization, or those of the provider block for `null`; `undefined` while a value is unknown.
 *
 * @throws DiagnosticError when there is no such organization, or no API token for it.
 */
export function credentialsOf(config: ProviderConfig, key: string | null, env: Env): Credentials | undefined {
  const { plain_http_hosts: hosts } = config;
  if (isUnknown(hosts) || hosts?.some(isUnknown)) return undefined;
  return key === null ? ofProvider(config, env) : ofOrganization(config, key, env);
}

/** Warns where two names of one setting disagree. */
export function warnOfDisagreement(env: Env, diagnostics: Diagnostics): void {
  for (const setting of ["API_TOKEN", "API_URL"] as const) {
    const [ours, theirs] = [`SAFETYCULTURE_${setting}`, `MITTI_${setting}`] as const;
    if (!env[ours] || !env[theirs] || env[ours] === env[theirs]) continue;
    diagnostics.warning(
      "Two environment variables disagree",
      `${ours} and ${theirs} are both set and differ. ${ours} is used; unset the other one, or give both one value.`,
    );
  }
}

function ofProvider(config: ProviderConfig, env: Env): Credentials | undefined {
  const { api_url: url, api_token: token } = config;
  if (isUnknown(url) || isUnknown(token)) return undefined;
  const setting = configured(token, "api_token") ?? fromEnv(env, "API_TOKEN");
  if (setting === undefined) {
    const advice =
      config.organizations === null
        ? "Set the environment variable SAFETYCULTURE_API_TOKEN, or api_token in the provider block."
        : 'Name one of the provider\'s organizations with organization = "…", or set the environment variable ' +
          "SAFETYCULTURE_API_TOKEN.";
    throw new DiagnosticError(
      "No API token",
      `The provider needs an API token to call the API with. ${advice}`,
    );
  }
  return { token: setting, url: urlOf(url, env) };
}

function ofOrganization(config: ProviderConfig, key: string, env: Env): Credentials | undefined {
  const { organizations, api_url: shared } = config;
  if (isUnknown(organizations) || isUnknown(shared)) return undefined;
  const organization = organizations?.get(key);
  if (organization === undefined) {
    const known = [...(organizations?.keys() ?? [])].map((name) => JSON.stringify(name)).join(", ");
    throw new DiagnosticError(
      "Unknown organization",
      `The provider block has no organization ${JSON.stringify(key)}. ` +
        (known === "" ? "It has no organizations at all: add it there." : `It has: ${known}.`),
      at("organization"),
    );
  }
  if (isUnknown(organization)) return undefined;
  const { api_token: token, api_token_env: variable, api_url: url } = organization;
  if (isUnknown(token) || isUnknown(variable) || isUnknown(url)) return undefined;
  const place = `organizations[${JSON.stringify(key)}]`;
  const path: Path = [{ attribute: "organizations" }, { key }];
  const setting =
    configured(token, `${place}.api_token`) ??
    (variable !== null && env[variable]
      ? { value: env[variable], origin: variableNamed(variable) }
      : undefined);
  if (setting === undefined) {
    throw new DiagnosticError(
      "No API token",
      variable === null
        ? `${place} of the provider block has neither api_token nor api_token_env. Set one of them.`
        : `${place}.api_token_env names the environment variable ${variable}, which is not set or empty. Set it.`,
    );
  }
  return { token: setting, url: configured(url, `${place}.api_url`, path) ?? urlOf(shared, env) };
}

const urlOf = (url: string | null, env: Env): Setting =>
  configured(url, "api_url", at("api_url")) ??
  fromEnv(env, "API_URL") ?? { value: DEFAULT_API_URL, origin: "api_url" };

const configured = (value: string | null, origin: string, path?: Path): Setting | undefined =>
  value === null || value === "" ? undefined : { value, origin, ...(path === undefined ? {} : { path }) };

function fromEnv(env: Env, setting: "API_TOKEN" | "API_URL"): Setting | undefined {
  for (const name of [`SAFETYCULTURE_${setting}`, `MITTI_${setting}`]) {
    const value = env[name];
    if (value) return { value, origin: variableNamed(name) };
  }
  return undefined;
}

const variableNamed = (name: string): string => `The environment variable ${name}`;
