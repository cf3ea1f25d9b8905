import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createIdentity, derFromPem } from "../../../provider/src/transport/certificate.js";

const NOW = new Date("2026-03-01T12:00:00Z");

describe("the plugin's certificate", () => {
  const identity = createIdentity(NOW);
  const certificate = new X509Certificate(identity.certificate);

  it("names localhost, the only name that Terraform asks for", () => {
    expect(certificate.subjectAltName).toBe("DNS:localhost");
    expect(certificate.checkHost("localhost")).toBe("localhost");
    expect(certificate.checkHost("example.com")).toBeUndefined();
  });

  it("is signed with its own P-256 key", () => {
    expect(certificate.publicKey.asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.ca).toBe(true);
  });

  it("is valid from just before now until after 2049, where UTCTime ends", () => {
    expect(new Date(certificate.validFrom)).toEqual(new Date("2026-03-01T11:59:30Z"));
    expect(new Date(certificate.validTo).getUTCFullYear()).toBe(2056);
  });

  it("is the same in PEM and DER", () => {
    expect(derFromPem(identity.certificate).equals(identity.certificateDer)).toBe(true);
    expect(certificate.raw.equals(identity.certificateDer)).toBe(true);
  });

  it("is another one for every process", () => {
    const other = new X509Certificate(createIdentity(NOW).certificate);
    expect(other.serialNumber).not.toBe(certificate.serialNumber);
  });

  it("is refused as PEM when the text holds none", () => {
    expect(() => derFromPem("nothing here")).toThrow("PLUGIN_CLIENT_CERT holds no PEM certificate");
  });
});
