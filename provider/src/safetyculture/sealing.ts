import { CompactEncrypt, compactDecrypt, importJWK } from "jose";
import { algorithmOf, type PublicJwk, readJwk } from "./public-jwk.js";

const CONTENT_ENCRYPTION = "A256GCM";

/** Seals a text to a public key, as a compact JWE. */
export async function seal(text: string, jwk: PublicJwk): Promise<string> {
  const { kid } = jwk;
  const header = {
    alg: algorithmOf(jwk),
    enc: CONTENT_ENCRYPTION,
    ...(typeof kid === "string" ? { kid } : {}),
  };
  const key = await importJWK({ ...jwk }, header.alg);
  return new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader(header).encrypt(key);
}

type Unsealed =
  | { readonly secret: string }
  | { readonly problem: string; readonly attribute: "sealed_secret" | "private_jwk" };

/** Opens a compact JWE. What is wrong is said without showing any of it. */
export async function unseal(sealed: string, privateJwk: string): Promise<Unsealed> {
  const jwk = readJwk(privateJwk);
  if (jwk === undefined || !("d" in jwk)) {
    return { problem: "private_jwk is not a private JWK.", attribute: "private_jwk" };
  }
  if (sealed.split(".").length !== 5) {
    return { problem: "sealed_secret is not a compact JWE.", attribute: "sealed_secret" };
  }
  try {
    const key = await importJWK({ ...jwk }, algorithmOf(jwk));
    const { plaintext } = await compactDecrypt(sealed, key);
    return { secret: new TextDecoder().decode(plaintext) };
  } catch {
    return { problem: "The key does not open the sealed secret.", attribute: "private_jwk" };
  }
}
