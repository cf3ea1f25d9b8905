import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import * as der from "../../../../provider/src/transport/der.js";

/** A certificate as go-plugin makes one for the host: self-signed, on the curve P-521. */
export interface ClientIdentity {
  readonly key: string;
  readonly certificate: string;
}

const commonName = der.objectIdentifier("2.5.4.3");
const algorithm = der.sequence(der.objectIdentifier("1.2.840.10045.4.3.4"));

/** A new key and certificate for `localhost`. */
export function createClientIdentity(): ClientIdentity {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-521" });
  const name = der.sequence(
    der.set(der.sequence(commonName, der.utf8String("localhost"))),
    der.set(der.sequence(der.objectIdentifier("2.5.4.10"), der.utf8String("HashiCorp"))),
  );
  const serial = randomBytes(16);
  serial[0] = 0x40;
  const toBeSigned = der.sequence(
    der.context(0, der.integer(Buffer.of(2))),
    der.integer(serial),
    algorithm,
    name,
    der.sequence(
      der.generalizedTime(new Date("2020-01-01T00:00:00Z")),
      der.generalizedTime(new Date("2060-01-01T00:00:00Z")),
    ),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der.context(
      3,
      der.sequence(
        der.sequence(
          der.objectIdentifier("2.5.29.19"),
          der.boolean(true),
          der.octetString(der.sequence(der.boolean(true))),
        ),
        der.sequence(
          der.objectIdentifier("2.5.29.17"),
          der.octetString(der.sequence(der.context(2, Buffer.from("localhost"), false))),
        ),
      ),
    ),
  );
  const signature = createSign("sha512").update(toBeSigned).sign(privateKey);
  const certificate = der.sequence(toBeSigned, algorithm, der.bitString(signature));
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
  };
}
