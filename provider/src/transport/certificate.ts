import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import * as der from "./der.js";

/** A private key and the self-signed certificate for it, made for the life of one process. */
export interface Identity {
  /** PKCS #8 private key, PEM. */
  readonly key: string;
  /** X.509 certificate, PEM. */
  readonly certificate: string;
  /** The same certificate, DER, as the handshake line announces it. */
  readonly certificateDer: Buffer;
}

const oid = {
  commonName: der.objectIdentifier("2.5.4.3"),
  ecdsaWithSha256: der.objectIdentifier("1.2.840.10045.4.3.2"),
  basicConstraints: der.objectIdentifier("2.5.29.19"),
  keyUsage: der.objectIdentifier("2.5.29.15"),
  extendedKeyUsage: der.objectIdentifier("2.5.29.37"),
  subjectAlternativeName: der.objectIdentifier("2.5.29.17"),
  serverAuth: der.objectIdentifier("1.3.6.1.5.5.7.3.1"),
  clientAuth: der.objectIdentifier("1.3.6.1.5.5.7.3.2"),
};

const HOUR_MS = 3_600_000;
const CLOCK_SKEW_MS = 30_000;
const LIFETIME_HOURS = 262_980;

function extension(id: Buffer, critical: boolean, content: Buffer): Buffer {
  return critical
    ? der.sequence(id, der.boolean(true), der.octetString(content))
    : der.sequence(id, der.octetString(content));
}

/**
 * Makes a P-256 key and a self-signed certificate for a host.
 *
 * Terraform trusts exactly this certificate and asks for the name `localhost` (go-plugin's automatic mutual TLS).
 * P-256 takes about a millisecond; the P-521 of go-plugin itself takes five.
 */
export function createIdentity(now: Date, host = "localhost"): Identity {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = der.sequence(oid.ecdsaWithSha256);
  const name = der.sequence(der.set(der.sequence(oid.commonName, der.utf8String(host))));
  const digitalSignatureKeyEnciphermentCertSign = der.bitString(Buffer.of(0b1010_0100), 2);
  const extensions = der.sequence(
    extension(oid.basicConstraints, true, der.sequence(der.boolean(true))),
    extension(oid.keyUsage, true, digitalSignatureKeyEnciphermentCertSign),
    extension(oid.extendedKeyUsage, false, der.sequence(oid.serverAuth, oid.clientAuth)),
    extension(
      oid.subjectAlternativeName,
      false,
      der.sequence(der.context(2, Buffer.from(host, "ascii"), false)),
    ),
  );
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const version3 = der.context(0, der.integer(Buffer.of(2)));
  const toBeSigned = der.sequence(
    version3,
    der.integer(serial),
    algorithm,
    name,
    der.sequence(
      der.generalizedTime(new Date(now.getTime() - CLOCK_SKEW_MS)),
      der.generalizedTime(new Date(now.getTime() + LIFETIME_HOURS * HOUR_MS)),
    ),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der.context(3, extensions),
  );
  const signature = createSign("sha256").update(toBeSigned).sign(privateKey);
  const certificateDer = der.sequence(toBeSigned, algorithm, der.bitString(signature));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificate: toPem(certificateDer),
    certificateDer,
  };
}

function toPem(certificate: Buffer): string {
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

/** The DER bytes of the first certificate in a PEM text; throws when there is none. */
export function derFromPem(pem: string): Buffer {
  const body = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/.exec(pem)?.[1];
  if (body === undefined) throw new Error("PLUGIN_CLIENT_CERT holds no PEM certificate");
  return Buffer.from(body.replace(/\s+/g, ""), "base64");
}
