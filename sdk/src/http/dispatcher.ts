import type { Dispatcher } from "undici";

/** Sockets to the API at once. Calls beyond that wait for one. */
const CONNECTIONS = 32;

/** What decides how the client's own dispatcher is made. */
export interface DispatcherOptions {
  readonly loopback: boolean;
  readonly extraCaCertificates: string | undefined;
}

/** A `ca` option replaces the usual certificates, those of `NODE_EXTRA_CA_CERTS` included, so they are named again. */
async function trusting(extra: string | undefined): Promise<{ ca?: string[] }> {
  if (extra === undefined) return {};
  const [{ rootCertificates }, { readFile }] = await Promise.all([
    import("node:tls"),
    import("node:fs/promises"),
  ]);
  const file = process.env["NODE_EXTRA_CA_CERTS"];
  // Node itself only warns of a file that it cannot read.
  const fromFile = file ? await readFile(file, "utf8").catch(() => "") : "";
  return { ca: [...rootCertificates, fromFile, extra].filter((pem) => pem !== "") };
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
