import { isUnknown, type Path, type Value, valuesEqual } from "../../../../provider/src/wire/index.js";
import { type CoreAttribute, type CoreBlock, impliedType } from "./schema.js";
import { distinct, entries, type Finding, isNull, isObject, items, member } from "./values.js";

// Core's check of a planned state against the configuration and the prior state.

export function assertPlanValid(
  block: CoreBlock,
  prior: Value,
  config: Value,
  planned: Value,
  path: Path = [],
): Finding[] {
  if (planned === null && config !== null)
    return [{ path, text: "planned for absence but config wants existence" }];
  if (config === null && planned !== null)
    return [{ path, text: "planned for existence but config wants absence" }];
  if (planned === null) return [];
  if (isUnknown(planned)) return [{ path, text: "planned value is unknown as a whole" }];
  return [
    ...[...block.attributes].flatMap(([name, attribute]) =>
      attributeValid(attribute, member(prior, name), member(config, name), member(planned, name), [
        ...path,
        { attribute: name },
      ]),
    ),
    ...[...block.blocks].flatMap(([name, nested]) => {
      const here = [...path, { attribute: name }];
      const [was, wanted, now] = [member(prior, name), member(config, name), member(planned, name)];
      if (isUnknown(wanted)) {
        return isUnknown(now) ? [] : [{ path: here, text: "unknown blocks must be planned as unknown" }];
      }
      if (isUnknown(now)) return [{ path: here, text: "nested block must not be unknown itself" }];
      if (nested.nesting === "single") return assertPlanValid(nested.block, was, wanted, now, here);
      if (now === null) return [{ path: here, text: "must be empty to signal no blocks, not null" }];
      if (nested.nesting === "set") {
        const type = impliedType(nested.block);
        return distinct(items(now), type).length === items(wanted).length
          ? []
          : [{ path: here, text: "block set length changed" }];
      }
      if (items(now).length !== items(wanted).length) {
        return [{ path: here, text: "block count in plan disagrees with count in config" }];
      }
      return items(now).flatMap((element, index) =>
        assertPlanValid(nested.block, items(was)[index] ?? null, items(wanted)[index] ?? null, element, [
          ...here,
          { index },
        ]),
      );
    }),
  ];
}

function attributeValid(
  attribute: CoreAttribute,
  prior: Value,
  config: Value,
  planned: Value,
  path: Path,
): Finding[] {
  if (attribute.writeOnly) {
    return planned === null ? [] : [{ path, text: "value for the write-only attribute during planning" }];
  }
  if (valuesEqual(planned, config, attribute.type)) return [];
  if (!isNull(prior) && !isNull(config) && valuesEqual(planned, prior, attribute.type)) return [];
  if (attribute.computed && isNull(config)) return [];
  if (attribute.nested) return nestedValid(attribute, prior, config, planned, path);
  if (isNull(config)) return [{ path, text: "planned value for a non-computed attribute" }];
  return [{ path, text: "planned value does not match config value nor prior value" }];
}

function nestedValid(
  { nested, type }: CoreAttribute,
  prior: Value,
  config: Value,
  planned: Value,
  path: Path,
): Finding[] {
  if (!nested) return [];
  if (planned === null) return [{ path, text: "planned for absence but config wants existence" }];
  if (config === null) return [{ path, text: "planned for existence but config wants absence" }];
  if (isUnknown(planned) || isUnknown(config)) {
    return [{ path, text: "an object may not become unknown, and an unknown one must stay so" }];
  }
  const inObject = (was: Value, wanted: Value, now: Value, here: Path): Finding[] => {
    if (!isObject(now) || !isObject(wanted)) {
      return now === wanted || (isUnknown(now) && isUnknown(wanted))
        ? []
        : [{ path: here, text: "element does not match config" }];
    }
    return [...nested.attributes].flatMap(([name, attribute]) =>
      attributeValid(attribute, member(was, name), member(wanted, name), member(now, name), [
        ...here,
        { attribute: name },
      ]),
    );
  };
  if (nested.nesting === "single") return inObject(prior, config, planned, path);
  if (nested.nesting === "map") {
    const [now, wanted] = [entries(planned), entries(config)];
    if (now.size !== wanted.size || [...now.keys()].some((key) => !wanted.has(key))) {
      return [{ path, text: "keys in plan disagree with keys in config" }];
    }
    return [...now].flatMap(([key, element]) =>
      inObject(entries(prior).get(key) ?? null, wanted.get(key) ?? null, element, [...path, { key }]),
    );
  }
  if (nested.nesting === "set") {
    const element = typeof type !== "string" && "set" in type ? type.set : "dynamic";
    return distinct(items(planned), element).length === items(config).length
      ? []
      : [{ path, text: "count in plan disagrees with count in config" }];
  }
  if (items(planned).length !== items(config).length) {
    return [{ path, text: "count in plan disagrees with count in config" }];
  }
  return items(planned).flatMap((element, index) =>
    inObject(items(prior)[index] ?? null, items(config)[index] ?? null, element, [...path, { index }]),
  );
}
