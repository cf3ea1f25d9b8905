import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { Secret } from "../secret.js";

/** Checks the credential: visible ASCII only, as it goes into a header. */
export function readApiToken(given: string | Secret | undefined): Secret {
  const value = given ?? process.env["SAFETYCULTURE_API_TOKEN"] ?? process.env["MITTI_API_TOKEN"];
  if (value === undefined) {
    throw new InvalidArgumentError("apiToken", "is missing: give it, or set SAFETYCULTURE_API_TOKEN");
  }
  if (typeof value !== "string" && !(value instanceof Secret)) {
    throw new InvalidArgumentError("apiToken", "must be a string or a Secret");
  }
  const token = typeof value === "string" ? new Secret(value) : value;
  if (token.reveal() === "") throw new InvalidArgumentError("apiToken", "is empty");
  if (/^bearer\s/i.test(token.reveal())) {
    throw new InvalidArgumentError("apiToken", 'must be the token alone, without "Bearer" before it');
  }
  if (!/^[\x21-\x7e]+$/.test(token.reveal())) {
    throw new InvalidArgumentError(
      "apiToken",
      "holds white space, control or non-ASCII characters; perhaps it was read from a file with a newline at its end",
    );
  }
  return token;
}
