import { readFileSync } from "node:fs";

/**
 * Certificates that the user's Node.js settings add to the trusted ones. The plugin's launcher moves the variable aside,
 * because Node would read the file at every start, before anything else; a file that cannot be read is passed over, as
 * Node does it.
 */
export function readExtraCertificates(env: NodeJS.ProcessEnv): string | undefined {
  const file = env["SAFETYCULTURE_EXTRA_CA_CERTS"];
  if (!file) return undefined;
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
