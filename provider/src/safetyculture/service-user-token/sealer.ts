import { at, DiagnosticError, isUnknown } from "../../framework/index.js";
import { readPublicJwk } from "../public-jwk.js";
import type { TokenPlan } from "./schema.js";

/** Encrypts secrets to the recipients of a plan. */
export interface Sealer {
  seal(secret: string): Promise<ReadonlyMap<string, string>>;
}

const nobody: Sealer = { seal: async () => new Map() };

/**
 * Makes the sealer of a plan and tries it, before a secret is issued: a key that cannot be sealed to must not cost one.
 *
 * @throws DiagnosticError when a key is not usable.
 */
export async function sealerOf({
  secret_storage: storage,
  sealed_to: recipients,
}: TokenPlan): Promise<Sealer> {
  if (storage !== "sealed" || recipients === null || isUnknown(recipients)) return nobody;
  const { seal } = await import("../sealing.js");
  const keys = [...recipients].map(([name, text]) => {
    const jwk = typeof text === "string" ? readPublicJwk(text) : "is not known.";
    if (typeof jwk === "string") throw refused(name, jwk);
    return [name, jwk] as const;
  });
  const sealer: Sealer = {
    async seal(secret) {
      return new Map(
        await Promise.all(keys.map(async ([name, jwk]) => [name, await seal(secret, jwk)] as const)),
      );
    },
  };
  for (const [name, jwk] of keys) {
    await seal("", jwk).catch(() => {
      throw refused(name, "is a key that nothing can be encrypted to.");
    });
  }
  return sealer;
}

const refused = (name: string, problem: string): DiagnosticError =>
  new DiagnosticError(
    "Public key not valid",
    `sealed_to[${JSON.stringify(name)}] ${problem} No secret was issued.`,
    at("sealed_to"),
  );
