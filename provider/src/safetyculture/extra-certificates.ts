import { readFileSync } from "node:fs";

/**
 * Certificates that the user's Node.js settings add to the trusted ones. The plugin's launcher moves the variable aside,
 * because Node would read the file at every start, before anything else; a file without certificates is passed over, as
 * Node does it.
 */
export function readExtraCertificates(env: NodeJS.ProcessEnv): string | undefined {
  const file = env["SAFETYCULTURE_EXTRA_CA_CERTS"];
  if (!file) return undefined;
  try {
    const text = readFileSync(file, "utf8");
    return text.includes("-----BEGIN CERTIFICATE-----") ? text : undefined;
  } catch {
    return undefined;
  }
}
