import { InvalidArgumentError } from "../errors/invalid-argument-error.js";

const DEFAULT = "https://api.safetyculture.com";

/** Where requests go: an origin, and what stands before each path. */
export interface BaseUrl {
  readonly origin: string;
  /** Empty, or begins with a slash and does not end with one. */
  readonly prefix: string;
  /** Whether the host is this machine. */
  readonly loopback: boolean;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}

/** Whether the user has named the host as one that may be called without TLS. */
function isNamed(hostname: string, named: readonly string[] | undefined): boolean {
  const hosts = named ?? (process.env["SAFETYCULTURE_PLAIN_HTTP_HOSTS"] ?? "").split(/[\s,]+/);
  return hosts.some((host) => host.toLowerCase() === hostname);
}

/** Checks the base URL: absolute, https (http to loopback and named hosts only), no credentials, query or fragment. */
export function readBaseUrl(
  given: string | URL | undefined,
  plainHttpHosts?: readonly string[] | undefined,
): BaseUrl {
  const { env } = process;
  const text = String(given ?? (env["SAFETYCULTURE_API_URL"] || env["MITTI_API_URL"] || DEFAULT));
  const refuse = (rule: string) => new InvalidArgumentError("baseUrl", rule);
  if (!URL.canParse(text)) throw refuse(`must be an absolute URL, such as ${DEFAULT}`);
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw refuse("must begin with https:// (or http:// for this machine)");
  if (url.username !== "" || url.password !== "") {
    throw refuse("must not carry credentials; give the token as apiToken");
  }
  if (url.search !== "" || url.hash !== "") throw refuse("must not have a query or a fragment");
  const loopback = isLoopback(url.hostname);
  if (url.protocol === "http:" && !loopback && !isNamed(url.hostname, plainHttpHosts)) {
    throw refuse(
      "must be https: over plain http to another machine the API token could be read. A mock server in a container may be named in " +
        "plainHttpHosts or SAFETYCULTURE_PLAIN_HTTP_HOSTS",
    );
  }
  return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, ""), loopback };
}
