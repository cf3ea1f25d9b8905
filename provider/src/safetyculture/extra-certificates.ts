import { readFileSync } from "node:fs";

/** The variables that name files of certificates to trust besides the built-in ones. */
const VARIABLES = ["SAFETYCULTURE_EXTRA_CA_CERTS", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"];

/**
 * Certificates that the user's settings add to the trusted ones: those of Node.js, and the variable that Terraform itself and
 * its other providers read. The plugin's launcher moves NODE_EXTRA_CA_CERTS aside, because Node would read the file at every
 * start, before anything else; a file without certificates is passed over, as Node does it.
 */
export function readExtraCertificates(env: NodeJS.ProcessEnv): string | undefined {
  const files = new Set(VARIABLES.map((name) => env[name]));
  const texts = [...files].map(certificatesOf).filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join("\n");
}

function certificatesOf(file: string | undefined): string | undefined {
  if (file === undefined || file === "") return undefined;
  try {
    const text = readFileSync(file, "utf8");
    return text.includes("-----BEGIN CERTIFICATE-----") ? text : undefined;
  } catch {
    return undefined;
  }
}
