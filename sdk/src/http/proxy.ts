import { BlockList, isIP } from "node:net";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";

/** The variables that name the proxy of https requests; `HTTP_PROXY` is for plain http, which only this machine is called with. */
const VARIABLES = ["https_proxy", "HTTPS_PROXY"];

/**
 * The proxy that the environment names for an https origin, unless `NO_PROXY` excepts it. The scheme may be left out.
 *
 * @throws InvalidArgumentError that names the variable, never its value: that may hold a password.
 */
export function proxyFor(origin: string, env: NodeJS.ProcessEnv): URL | undefined {
  if (origin.startsWith("http:")) return undefined;
  const variable = VARIABLES.find((name) => env[name] !== undefined && env[name] !== "");
  const value = variable === undefined ? undefined : env[variable]?.trim();
  if (variable === undefined || value === undefined) return undefined;
  if (isExcepted(new URL(origin), env["no_proxy"] ?? env["NO_PROXY"] ?? "")) return undefined;
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHttp = url?.protocol === "http:" || url?.protocol === "https:";
  if (url === undefined || !isHttp || !isDecodable(url)) {
    throw new InvalidArgumentError(
      variable,
      "must be the address of an HTTP proxy, such as http://proxy.example.com:3128; special characters of a user name or password " +
        "are written as %XX",
    );
  }
  return url;
}

/** Whether `NO_PROXY` names the host: `*`, a name (its subdomains too), `.name`, `*.name`, an address or a range, each with a port or without. */
function isExcepted({ hostname, port }: URL, exceptions: string): boolean {
  const host = bare(hostname);
  return exceptions.split(/[\s,]+/).some((entry) => {
    if (entry === "") return false;
    if (entry === "*") return true;
    const [, name = entry, only] = /^(\[.*\]|[^:]+):(\d+)$/.exec(entry) ?? [];
    if (only !== undefined && only !== (port === "" ? "443" : port)) return false;
    if (isIP(host) !== 0) return isInRange(host, bare(name));
    const domain = name.toLowerCase().replace(/^\*?\./, "");
    return host === domain || host.endsWith(`.${domain}`);
  });
}

/** A host name in lower case, without the brackets of an IPv6 address or the dot of the root. */
function bare(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
}

function isInRange(address: string, range: string): boolean {
  const [network = "", bits] = range.split("/");
  const family = isIP(network) === 6 ? "ipv6" : "ipv4";
  if (isIP(network) === 0 || isIP(network) !== isIP(address)) return false;
  const prefix = bits === undefined ? (family === "ipv6" ? 128 : 32) : Number(bits);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > (family === "ipv6" ? 128 : 32)) return false;
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return list.check(address, family);
}

function isDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}
