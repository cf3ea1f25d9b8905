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

/** Checks the base URL: absolute, https (http to loopback only), no credentials, query or fragment. */
export function readBaseUrl(given: string | URL | undefined): BaseUrl {
  const text = String(given ?? (process.env["SAFETYCULTURE_API_URL"] || DEFAULT));
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
  if (url.protocol === "http:" && !loopback) {
    throw refuse("must be https: over plain http to another machine the API token could be read");
  }
  return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, ""), loopback };
}
