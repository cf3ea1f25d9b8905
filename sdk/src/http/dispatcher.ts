import type { Dispatcher } from "undici";
import { proxyFor } from "./proxy.js";

/** Sockets to the API at once. Calls beyond that wait for one. */
const CONNECTIONS = 32;

/** What decides how the client's own dispatcher is made. */
export interface DispatcherOptions {
  readonly origin: string;
  readonly loopback: boolean;
  readonly extraCaCertificates: string | undefined;
}

/** A `ca` option replaces the usual certificates, those of `NODE_EXTRA_CA_CERTS` and of the system included, so they are named again. */
async function trusting(extra: string | undefined): Promise<{ ca?: string[] }> {
  if (extra === undefined) return {};
  const tls = await import("node:tls");
  // Node has it since 22.15: whatever this process trusts by its flags and variables.
  const trusted: unknown = Reflect.get(tls, "getCACertificates");
  if (typeof trusted === "function") return { ca: [...trusted("default"), extra] };
  const { readFile } = await import("node:fs/promises");
  const file = process.env["NODE_EXTRA_CA_CERTS"];
  // Node itself only warns of a file that it cannot read.
  const fromFile = file ? await readFile(file, "utf8").catch(() => "") : "";
  return { ca: [...tls.rootCertificates, fromFile, extra].filter((pem) => pem !== "") };
}

/**
 * Makes the client's own dispatcher. undici is loaded here, at the first call, because loading it takes most of the time
 * that importing the SDK would take.
 *
 * @throws InvalidArgumentError when the environment names a proxy that is none.
 */
export async function makeDispatcher({
  origin,
  loopback,
  extraCaCertificates,
}: DispatcherOptions): Promise<Dispatcher> {
  const proxy = loopback ? undefined : proxyFor(origin, process.env);
  const tls = await trusting(extraCaCertificates);
  const { Agent, ProxyAgent } = await import("undici");
  const common = { connections: CONNECTIONS, connect: tls };
  if (proxy === undefined) return new Agent(common);
  return new ProxyAgent({ ...common, uri: proxy.href, requestTls: tls, proxyTls: tls });
}
