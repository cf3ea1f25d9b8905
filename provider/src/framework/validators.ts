import { isUnknown, type Path } from "../wire/index.js";
import type { Validator } from "./schema/validator.js";
import { isMap } from "./shape.js";

const enumerate = (values: readonly (string | number)[]): string => {
  const shown = values.map((value) => JSON.stringify(value));
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}` : shown.join("");
};

/** Accepts only the given values. */
export function oneOf<T extends string | number>(...values: readonly T[]): Validator<T> {
  const description = `one of ${enumerate(values)}`;
  return {
    description,
    validate: (value, path, diagnostics) => {
      if (!values.includes(value)) {
        diagnostics.error("Value not allowed", `${JSON.stringify(value)} is not ${description}.`, path);
      }
    },
  };
}

/** Counts Unicode characters, not UTF-16 units. */
export function lengthBetween(minimum: number, maximum: number): Validator<string> {
  const description = `${minimum} to ${maximum} characters long`;
  return {
    description,
    validate: (value, path, diagnostics) => {
      const { length } = [...value];
      if (length < minimum || length > maximum) {
        diagnostics.error("Length not allowed", `The text must be ${description}; it has ${length}.`, path);
      }
    },
  };
}

export function noControlCharacters(): Validator<string> {
  return {
    description: "free of control characters",
    validate: (value, path, diagnostics) => {
      const position = [...value].findIndex((character) => /\p{Cc}/u.test(character));
      if (position >= 0) {
        diagnostics.error(
          "Control character not allowed",
          `Character ${position + 1} of the text is a control character (such as a line break or a tab); remove it.`,
          path,
        );
      }
    },
  };
}

/** Refuses an empty list or set. */
export function notEmpty<T extends readonly unknown[]>(advice: string): Validator<T> {
  return {
    description: "not empty",
    validate: (value, path, diagnostics) => {
      if (value.length === 0) diagnostics.error("Empty value", advice, path);
    },
  };
}

/** Accepts whole numbers from `minimum` to `maximum`. */
export function integerBetween(minimum: number, maximum: number): Validator<number> {
  const description = `from ${minimum} to ${maximum}`;
  return {
    description,
    validate: (value, path, diagnostics) => {
      if (value < minimum || value > maximum) {
        diagnostics.error("Value not allowed", `The number must be ${description}; it is ${value}.`, path);
      }
    },
  };
}

/** Refuses a list or set with a null in it. */
export function noNullElements(): Validator<readonly unknown[]> {
  return {
    description: "without null elements",
    validate: (value, path, diagnostics) => {
      if (value.includes(null)) {
        diagnostics.error("Null element", "An element is null; leave it out or give it a value.", path);
      }
    },
  };
}

/** Refuses a text of nothing but blanks. */
export function notBlank(): Validator<string> {
  return {
    description: "not blank",
    validate: (value, path, diagnostics) => {
      if (value.trim() === "")
        diagnostics.error("Blank text", "The text is blank; say something or leave it out.", path);
    },
  };
}

/** Checks every known element of a list, set or map. */
export function eachElement<T>(
  validator: Validator<T>,
): Validator<readonly unknown[] | ReadonlyMap<string, unknown>> {
  return {
    description: `each ${validator.description}`,
    validate: (value, path, diagnostics) => {
      const check = (element: unknown, here: Path): void => {
        // The elements of an attribute are all of the type that its validator is made for.
        if (element !== null && !isUnknown(element)) validator.validate(element as T, here, diagnostics);
      };
      if (isMap(value)) for (const [key, element] of value) check(element, [...path, { key }]);
      else for (const element of Array.isArray(value) ? value : []) check(element, path);
    },
  };
}
