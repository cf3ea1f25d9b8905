/** The launch contract between Terraform and a plugin process (HashiCorp go-plugin, core protocol 1). */

const MAGIC_COOKIE_KEY = "TF_PLUGIN_MAGIC_COOKIE";
const MAGIC_COOKIE_VALUE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";
const CORE_PROTOCOL = 1;

/** What the launching process asked for in its environment. */
export interface LaunchRequest {
  /** PEM of the only client certificate to accept; absent when the launcher switched TLS off. */
  readonly clientCertificate?: string;
  /** Directory for the socket, when the launcher chose one. */
  readonly socketDirectory?: string;
}

/** Whether this process was started by Terraform, rather than by a person at a shell. */
export function isLaunchedByTerraform(env: NodeJS.ProcessEnv): boolean {
  return env[MAGIC_COOKIE_KEY] === MAGIC_COOKIE_VALUE;
}

export function readLaunchRequest(env: NodeJS.ProcessEnv): LaunchRequest {
  const { PLUGIN_CLIENT_CERT: certificate, PLUGIN_UNIX_SOCKET_DIR: directory } = env;
  return {
    ...(certificate ? { clientCertificate: certificate } : {}),
    ...(directory ? { socketDirectory: directory } : {}),
  };
}

/** Where a plugin listens. */
export type Address =
  | { readonly network: "unix"; readonly path: string }
  | { readonly network: "tcp"; readonly host: string; readonly port: number };

/** An address as go-plugin writes it. */
export const addressText = (address: Address): string =>
  address.network === "unix" ? address.path : `${address.host}:${address.port}`;

/**
 * The single line that tells the launcher where to connect.
 *
 * Without TLS the certificate field stays empty: a host that did not ask for TLS fails on a certificate there.
 */
export function handshakeLine(protocolVersion: number, address: Address, certificate?: Buffer): string {
  const encoded = certificate?.toString("base64").replace(/=+$/, "") ?? "";
  return `${CORE_PROTOCOL}|${protocolVersion}|${address.network}|${addressText(address)}|grpc|${encoded}\n`;
}
