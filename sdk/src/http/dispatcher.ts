import type { Dispatcher } from "undici";

/** Sockets to the API at once. Calls beyond that wait for one. */
const CONNECTIONS = 32;

/** What decides how the client's own dispatcher is made. */
export interface DispatcherOptions {
  readonly loopback: boolean;
  readonly extraCaCertificates: string | undefined;
}

async function trusting(extra: string | undefined): Promise<{ ca?: string[] }> {
  if (extra === undefined) return {};
  // A `ca` option replaces the usual certificates, so they are named again.
  const { rootCertificates } = await import("node:tls");
  return { ca: [...rootCertificates, extra] };
}

function proxyIsSet(): boolean {
  const { env } = process;
  return ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].some((name) => env[name]);
}

/**
 * Makes the client's own dispatcher. undici is loaded here, at the first call, because loading it takes most of the time
 * that importing the SDK would take.
 */
export async function makeDispatcher({
  loopback,
  extraCaCertificates,
}: DispatcherOptions): Promise<Dispatcher> {
  const tls = await trusting(extraCaCertificates);
  const { Agent, EnvHttpProxyAgent } = await import("undici");
  if (loopback || !proxyIsSet()) return new Agent({ connections: CONNECTIONS, connect: tls });
  return new EnvHttpProxyAgent({ connections: CONNECTIONS, connect: tls, requestTls: tls, proxyTls: tls });
}
