import { isUnknown, type Unknown, type Validator } from "../../framework/index.js";
import { readPublicJwk } from "../public-jwk.js";

/** Accepts public keys that a secret can be sealed to. */
export function publicJwks(): Validator<ReadonlyMap<string, string | Unknown | null>> {
  return {
    description: "public JWKs as JSON",
    validate(keys, path, diagnostics) {
      if (keys.size === 0) {
        diagnostics.error("No recipients", "sealed_to is empty. Add a key, or leave it out.", path);
      }
      for (const [name, text] of keys) {
        if (isUnknown(text)) continue;
        const problem = text === null ? "is null." : readPublicJwk(text);
        if (typeof problem !== "string") continue;
        const here = `sealed_to[${JSON.stringify(name)}]`;
        diagnostics.error("Public key not valid", `${here} ${problem}`, [...path, { key: name }]);
      }
    },
  };
}
