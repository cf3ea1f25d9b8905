/** A public key to seal with, as JSON Web Key. */
export interface PublicJwk {
  readonly kty: string;
  readonly [member: string]: unknown;
}

const CURVES = ["P-256", "P-384", "P-521", "X25519"];

/** How secrets are sealed to a key. */
export const algorithmOf = ({ kty }: PublicJwk): string =>
  kty === "RSA" ? "RSA-OAEP-256" : "ECDH-ES+A256KW";

/** Reads a public JWK; a text says what is wrong with it, without showing any of it. */
export function readPublicJwk(text: string): PublicJwk | string {
  const jwk = readJwk(text);
  if (jwk === undefined) return "is not a JWK: a JSON object with a kty is needed.";
  if ("d" in jwk || "k" in jwk) {
    return "holds a private key. Give the public one only, and take the private one for lost: it may be in the plan.";
  }
  if (jwk["use"] !== undefined && jwk["use"] !== "enc")
    return "is not a key to encrypt with: its use is not enc.";
  if (jwk.kty === "RSA")
    return typeof jwk["n"] === "string" && typeof jwk["e"] === "string" ? jwk : "lacks n or e.";
  if (jwk.kty !== "EC" && jwk.kty !== "OKP") return "has a kty that is not EC, OKP or RSA.";
  if (!CURVES.includes(String(jwk["crv"]))) return `has a crv that is not one of ${CURVES.join(", ")}.`;
  return typeof jwk["x"] === "string" ? jwk : "lacks x.";
}

/** A JWK of any kind, or `undefined`. */
export function readJwk(text: string): PublicJwk | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJwk(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isJwk = (value: unknown): value is PublicJwk =>
  typeof value === "object" && value !== null && "kty" in value && typeof value.kty === "string";
