import fc from "fast-check";
import {
  type Attribute,
  type Attributes,
  attribute,
  block,
  type ElementType,
  type PlanModifier,
  requiresReplace,
  requiresReplaceIfConfigured,
  useNonNullStateForUnknown,
  useStateForUnknown,
} from "../../../provider/src/framework/index.js";

import { isComputed } from "../../../provider/src/framework/schema/type.js";

// Random schemas of everything that the framework offers, within the rules of its lint.

type Mode = "required" | "optional" | "computed" | "optionalComputed";

/** What may stand at a place of a schema. */
interface Place {
  readonly depth: number;
  readonly inSet: boolean;
  readonly inCollection: boolean;
  readonly inComputed: boolean;
  readonly inAttribute: boolean;
}

const names = ["alpha", "beta", "gamma", "delta", "epsilon"] as const;
const description = "Random.";

const modifiers: fc.Arbitrary<readonly PlanModifier[]> = fc.constantFrom(
  [],
  [],
  [useStateForUnknown()],
  [useNonNullStateForUnknown()],
  [requiresReplace()],
  [requiresReplaceIfConfigured()],
);

const options = fc.record({
  description: fc.constant(description),
  planModifiers: modifiers,
  sensitive: fc.constantFrom(false, false, true),
});

const modes = fc.constantFrom<Mode>("required", "optional", "optional", "computed", "optionalComputed");
const distinctElements: readonly ElementType[] = [
  "string",
  "number",
  { list: "string" },
  { object: { one: "string", two: "number" } },
];
/** In a set, a bool that the remote side decides would make elements the same by chance. */
const elementsIn = (place: Place): fc.Arbitrary<ElementType> =>
  fc.constantFrom(...distinctElements, ...(place.inSet ? [] : (["bool", { map: "bool" }] as const)));

/** What an attribute has beside its type; a value is never stored, or has a default, or neither. */
function extras(mode: Mode, place: Place, preset: unknown): fc.Arbitrary<object> {
  const none = fc.constant({});
  const isConfigurable = mode === "required" || mode === "optional";
  const canBeWriteOnly = isConfigurable && !place.inSet && !place.inComputed;
  return fc.oneof(
    { weight: 4, arbitrary: none },
    { weight: 1, arbitrary: canBeWriteOnly ? fc.constant({ writeOnly: true }) : none },
    {
      weight: 1,
      arbitrary: mode === "optional" || mode === "optionalComputed" ? fc.constant({ default: preset }) : none,
    },
    { weight: 1, arbitrary: isConfigurable ? none : fc.constant({ neverNull: true }) },
  );
}

function simple(place: Place): fc.Arbitrary<Attribute> {
  return fc.tuple(modes, options, elementsIn(place)).chain(([mode, given, element]) => {
    const of = (preset: unknown, make: (all: typeof given) => Attribute): fc.Arbitrary<Attribute> =>
      extras(mode, place, preset).map((extra) => make({ ...given, ...extra }));
    return fc.oneof(
      of("preset", (all) => attribute.string(mode, all)),
      ...(place.inSet && mode === "optionalComputed" ? [] : [of(true, (all) => attribute.bool(mode, all))]),
      of(7, (all) => attribute.integer(mode, all)),
      of(0.1, (all) => attribute.number(mode, all)),
      of([], (all) => attribute.list(mode, element, all)),
      of([], (all) => attribute.set(mode, element, all)),
      of(new Map(), (all) => attribute.map(mode, element, all)),
      ...(place.inCollection ? [] : [fc.constant(attribute.dynamic(mode, given))]),
    );
  });
}

/** What is inside of one object, of the objects of a list or map, or of those of a set. */
function insideOf(place: Place, inAttribute: boolean, inComputed: boolean) {
  const inside = { ...place, depth: place.depth - 1, inAttribute, inComputed };
  return {
    one: attributesArbitrary(inside),
    ordered: attributesArbitrary({ ...inside, inCollection: true }),
    set: attributesArbitrary({ ...inside, inCollection: true, inSet: true }),
  };
}

function nested(place: Place): fc.Arbitrary<Attribute> {
  return fc.tuple(modes, options).chain(([mode, given]) => {
    const isComputed = mode === "computed" || mode === "optionalComputed";
    const inside = insideOf(place, true, place.inComputed || isComputed);
    return fc.oneof(
      inside.one.map((attributes) => attribute.object(mode, attributes, given)),
      inside.ordered.map((attributes) => attribute.objectList(mode, attributes, given)),
      inside.set.map((attributes) => attribute.objectSet(mode, attributes, given)),
      inside.ordered.map((attributes) => attribute.objectMap(mode, attributes, given)),
    );
  });
}

function nestedBlock(place: Place): fc.Arbitrary<Attribute> {
  const inside = insideOf(place, false, place.inComputed);
  const given = { description };
  return fc.oneof(
    inside.one.map((attributes) => block.single("optional", attributes, given)),
    inside.one.map((attributes) => block.single("required", attributes, given)),
    inside.ordered.map((attributes) => block.list(attributes, given)),
    inside.set.map((attributes) => block.set(attributes, given)),
  );
}

function attributesArbitrary(place: Place): fc.Arbitrary<Attributes> {
  const member: fc.Arbitrary<Attribute> = fc.oneof(
    { weight: 5, arbitrary: simple(place) },
    ...(place.depth > 0 ? [{ weight: 3, arbitrary: nested(place) }] : []),
    ...(place.depth > 0 && !place.inAttribute ? [{ weight: 2, arbitrary: nestedBlock(place) }] : []),
  );
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), member), {
      minLength: 1,
      maxLength: place.depth > 1 ? 5 : 3,
      selector: ([name]) => name,
    })
    .map((members) => Object.fromEntries(members));
}

/** The attributes and blocks of any schema, nested up to two deep. */
export const anySchema: fc.Arbitrary<Attributes> = attributesArbitrary({
  depth: 2,
  inSet: false,
  inCollection: false,
  inComputed: false,
  inAttribute: false,
});

/**
 * Whether a schema has a nested attribute that is optional and computed and holds attributes that are not computed. Core
 * proposes to drop such a value when the configuration no longer gives it; a provider that keeps it never comes to rest.
 */
export function isRestless(attributes: Attributes): boolean {
  const holdsConfigured = (inner: Attributes): boolean =>
    Object.values(inner).some(
      (attribute) =>
        !isComputed(attribute) || ("attributes" in attribute && holdsConfigured(attribute.attributes)),
    );
  return Object.values(attributes).some(
    (attribute) =>
      "attributes" in attribute &&
      (isRestless(attribute.attributes) ||
        (attribute.mode === "optionalComputed" && holdsConfigured(attribute.attributes))),
  );
}
