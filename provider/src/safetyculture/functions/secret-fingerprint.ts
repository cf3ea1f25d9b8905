import { defineFunction, lengthBetween, parameter } from "../../framework/index.js";

export const secretFingerprint = defineFunction({
  name: "secret_fingerprint",
  summary: "Fingerprint of a secret",
  description:
    "A short, irreversible name of a secret: the one that `secret_fingerprint` of the resource has. It tells whether two " +
    "places hold the same secret. Wrap it in `nonsensitive` to show it.",
  parameters: [
    parameter("secret", "string", {
      description: "The secret, such as the `secret` of a token.",
      validators: [lengthBetween(1, 10_000)],
    }),
  ],
  returns: "string",
  async call(secret) {
    const { Secret } = await import("@safetyculture-tokens/sdk");
    return new Secret(secret).fingerprint();
  },
});
