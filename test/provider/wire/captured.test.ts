import { readFileSync } from "node:fs";
import { ExtensionCodec, decode as oracleDecode } from "@msgpack/msgpack";
import { describe, expect, it } from "vitest";
import {
  Decimal,
  Dynamic,
  decodeJson,
  decodeMsgpack,
  encodeJson,
  encodeMsgpack,
  isUnknown,
  Unknown,
  unknown,
  type Value,
} from "../../../provider/src/wire/index.js";
import { VECTOR_TYPE, type Vector } from "../fixtures/vectors.js";

// Values as Terraform 1.11.4 sent them to a provider that wrote them down. To capture them again:
// npm run build && npx tsx test/acceptance/capture-vectors.ts

const vectors = JSON.parse(
  readFileSync(new URL("captured.json", import.meta.url), "utf8"),
) as readonly Vector[];
const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");

describe("a value as Terraform sends it", () => {
  it.each(
    vectors.flatMap(({ label, rpc, msgpack }) => (msgpack ? [[rpc, label, msgpack] as const] : [])),
  )("to %s, %s, is read and written again byte for byte", (_rpc, _label, hex) => {
    const value = decodeMsgpack(bytes(hex), VECTOR_TYPE);
    expect(Buffer.from(encodeMsgpack(value, VECTOR_TYPE)).toString("hex")).toBe(hex);
  });

  it.each(
    vectors.flatMap(({ label, json }) => (json ? [[label, json] as const] : [])),
  )("of a stored state, %s, is read and written again", (_label, json) => {
    const value = decodeJson(json, VECTOR_TYPE);
    const again = encodeJson(value, VECTOR_TYPE);
    expect(decodeJson(again, VECTOR_TYPE)).toEqual(value);
    expect(again.length).toBeGreaterThan(0);
  });

  it("has the form that an independent library reads", () => {
    const extensions = new ExtensionCodec();
    for (const type of [0, 12]) {
      extensions.register({ type, encode: () => null, decode: () => "unknown" });
    }
    for (const { msgpack } of vectors) {
      if (!msgpack) continue;
      const read = oracleDecode(bytes(msgpack), { extensionCodec: extensions, useBigInt64: true });
      const ours = decodeMsgpack(bytes(msgpack), VECTOR_TYPE) as Record<string, Value>;
      expect(Object.keys(read as object).sort()).toEqual(Object.keys(ours).sort());
      const { text, flag } = read as Record<string, unknown>;
      expect([text, flag]).toEqual([isUnknown(ours["text"]) ? "unknown" : ours["text"], ours["flag"]]);
    }
  });

  const planned = (label: string): Record<string, Value> => {
    const found = vectors.find((vector) => vector.label === label && vector.rpc === "ApplyResourceChange");
    return decodeMsgpack(bytes(found?.msgpack ?? ""), VECTOR_TYPE) as Record<string, Value>;
  };
  const validated = (label: string): Record<string, Value> => {
    const found = vectors.find(
      ({ label: other, rpc, msgpack }) =>
        other === label && rpc === "ValidateResourceConfig" && /d40000|c7..0c/.test(msgpack ?? ""),
    );
    return decodeMsgpack(bytes(found?.msgpack ?? ""), VECTOR_TYPE) as Record<string, Value>;
  };

  it.each<[string, object]>([
    ["nulls", { text: null, number: null, list: null, map: null, any: null, inner: null }],
    ["empty", { text: "", list: [], set: [], map: new Map(), inner: { text: null } }],
    ["nested null", { inner: { text: null }, list: [null], map: new Map([["a", null]]), any: null }],
    ["2^53+1", { number: Decimal.from("9007199254740993") }],
    [
      "largest int64",
      { number: Decimal.from("9223372036854775807"), set: [Decimal.from("-9223372036854775808")] },
    ],
    ["inexact fraction", { number: 0.1, set: [Decimal.from("3.14159265358979323846264338")] }],
    ["huge and tiny", { number: Decimal.from("1e300"), set: [1e-27] }],
    ["normal forms", { text: "größe", map: new Map([["ö", "Å"]]) }],
    [
      "any map of lists",
      { any: new Dynamic({ map: { tuple: ["number", "number"] } }, new Map([["a", [1, 2]]])) },
    ],
  ])("%s, means what the configuration says", (label, expected) => {
    expect(planned(label)).toMatchObject(expected);
  });

  it("may be unknown, with what is certain about it", () => {
    expect(validated("unknown")).toMatchObject({ text: unknown, any: new Dynamic("string", unknown) });
    expect(validated("unknown with a known start")["text"]).toEqual(
      new Unknown({ notNull: true, stringPrefix: "start-" }),
    );
    expect(validated("unknown elements")).toMatchObject({ list: [unknown, "known"] });
    const { list } = validated("unknown collections");
    expect(isUnknown(list) && list.refinement?.notNull).toBe(true);
  });
});
