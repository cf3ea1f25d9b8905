import fc from "fast-check";
import {
  Decimal,
  Dynamic,
  type NumberBound,
  type ObjectType,
  type Refinement,
  type Type,
  Unknown,
  unknown,
  unknownNotNull,
  type Value,
} from "../../../provider/src/wire/index.js";

/** One seed for every property: a failing run is the same run everywhere. */
export const runs = (numRuns: number) => ({ seed: 20_240_611, numRuns });

/** Names that break careless code: those of prototypes, other normal forms of one name, and the empty one. */
const awkwardName = fc.constantFrom(
  "__proto__",
  "constructor",
  "toString",
  "name",
  "größe",
  "gro\u0308ße",
  "",
  "\u{1f600}",
  "\uffee",
);
const name = fc.oneof(awkwardName, fc.string({ unit: "grapheme", maxLength: 8 }));

const attributeName = name.map((text) => text.normalize("NFC"));

function objectType(attribute: fc.Arbitrary<Type>): fc.Arbitrary<Type> {
  return fc.array(fc.tuple(attributeName, attribute), { maxLength: 5 }).map((attributes) => {
    const object: Record<string, Type> = Object.create(null);
    for (const [key, type] of attributes) object[key] = type;
    return { object };
  });
}

function typeOf(leaves: readonly Type[]): fc.Arbitrary<Type> {
  return fc.letrec<{ type: Type }>((tie) => ({
    type: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.constantFrom(...leaves),
      tie("type").map((list) => ({ list })),
      tie("type").map((set) => ({ set })),
      tie("type").map((map) => ({ map })),
      fc.array(tie("type"), { maxLength: 3 }).map((tuple) => ({ tuple })),
      objectType(tie("type")),
    ),
  })).type;
}

/** Any type. */
export const anyType = typeOf(["string", "number", "bool", "dynamic"]);

const decimalText = fc
  .tuple(fc.bigInt({ min: -(10n ** 27n), max: 10n ** 27n }), fc.integer({ min: -40, max: 320 }))
  .map(([digits, exponent]) => `${digits}e${exponent}`);

/** Numbers of every kind that a value may hold, with the limits of each form on the wire. */
export const anyNumber: fc.Arbitrary<number | Decimal> = fc.oneof(
  fc.maxSafeInteger(),
  fc.double({ noNaN: true }).filter((value) => !Number.isInteger(value)),
  fc.constantFrom(0, -0, 0.1, 1.5, 2 ** 53 - 1, -(2 ** 53) + 1, 5e-324, -Infinity),
  fc
    .constantFrom(
      "9007199254740992",
      "9007199254740993",
      "-9007199254740993",
      "9223372036854775807",
      "9223372036854775808",
      "-9223372036854775808",
      "-9223372036854775809",
      "18446744073709551615",
      "18446744073709551616",
      "3.14159265358979323846264338",
      "1e300",
      "-0",
      "1.50",
      "7",
    )
    .map((text) => Decimal.from(text)),
  decimalText.map((text) => Decimal.from(text)),
);

const bound: fc.Arbitrary<NumberBound> = fc.record({
  value: fc.oneof(fc.maxSafeInteger(), fc.constantFrom(0.1, -2.5)),
  inclusive: fc.boolean(),
});

function refinementFor(type: Type): fc.Arbitrary<Refinement> {
  const notNull = fc.constant(true as const);
  if (type === "string") {
    const stringPrefix = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
      .map((text) => text.normalize("NFC"));
    return fc.record({ notNull, stringPrefix }, { requiredKeys: [] });
  }
  if (type === "number") {
    return fc.oneof(
      fc.record({ notNull, numberMin: bound }, { requiredKeys: [] }),
      fc.record({ notNull, numberMax: bound }, { requiredKeys: [] }),
    );
  }
  if (typeof type !== "string" && !("tuple" in type) && !("object" in type)) {
    const lengthMin = fc.integer({ min: 1, max: 9 });
    const lengthMax = fc.integer({ min: 9, max: 999_999 });
    return fc.record({ notNull, lengthMin, lengthMax }, { requiredKeys: [] });
  }
  return fc.record({ notNull }, { requiredKeys: [] });
}

/** Any unknown value of a type, with statements that fit the type. */
export function anyUnknown(type: Type): fc.Arbitrary<Unknown> {
  if (type === "dynamic") return fc.constant(unknown);
  return fc.oneof(
    fc.constantFrom(unknown, unknownNotNull),
    refinementFor(type).map((refinement) => new Unknown(refinement)),
  );
}

/** Which values an arbitrary may draw. */
export interface ValueOptions {
  readonly unknowns?: boolean;
  readonly finite?: boolean;
}

/** Any value that belongs to a type. */
export function anyValue(type: Type, options: ValueOptions = {}): fc.Arbitrary<Value> {
  const { unknowns = true } = options;
  return fc.oneof(
    { weight: 8, arbitrary: presentValue(type, options) },
    { weight: 1, arbitrary: fc.constant(null) },
    ...(unknowns ? [{ weight: 1, arbitrary: anyUnknown(type) }] : []),
  );
}

function presentValue(type: Type, options: ValueOptions): fc.Arbitrary<Value> {
  if (type === "string") return fc.oneof(name, fc.string({ unit: "grapheme" }));
  if (type === "bool") return fc.boolean();
  if (type === "number") {
    return options.finite ? anyNumber.filter((value) => Math.abs(Number(value)) !== Infinity) : anyNumber;
  }
  if (type === "dynamic") {
    return typeOf(["string", "number", "bool"]).chain((inner) =>
      anyValue(inner, options).map((value) => new Dynamic(inner, value)),
    );
  }
  if ("list" in type) return fc.array(anyValue(type.list, options), { maxLength: 4 });
  if ("set" in type) return fc.array(anyValue(type.set, options), { maxLength: 4 });
  if ("tuple" in type) return fc.tuple(...type.tuple.map((element) => anyValue(element, options)));
  if ("map" in type) {
    return fc
      .uniqueArray(fc.tuple(name, anyValue(type.map, options)), {
        maxLength: 4,
        selector: ([key]) => key.normalize("NFC"),
      })
      .map((entries) => new Map(entries));
  }
  return objectValue(type.object, options);
}

function objectValue(type: ObjectType, options: ValueOptions): fc.Arbitrary<Value> {
  const names = Object.keys(type);
  return fc.tuple(...names.map((key) => anyValue(type[key] ?? "dynamic", options))).map((values) => {
    const object: Record<string, Value> = Object.create(null);
    names.forEach((key, index) => {
      object[key] = values[index] ?? null;
    });
    return object;
  });
}

/** A type and a value that belongs to it. */
export function typedValue(options: ValueOptions = {}): fc.Arbitrary<[Type, Value]> {
  return anyType.chain((type) => fc.tuple(fc.constant(type), anyValue(type, options)));
}
