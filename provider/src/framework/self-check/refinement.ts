import {
  compareNumbers,
  Decimal,
  isArray,
  type NumberBound,
  type Refinement,
  type Value,
} from "../../wire/index.js";
import { isMap } from "../shape.js";

/** The promises about an unknown value that its final value breaks. */
export function brokenPromises(
  { refinement = {} }: { readonly refinement?: Refinement },
  value: Value,
): string[] {
  if (value === null) return refinement.notNull ? ["it was promised not to be null"] : [];
  if (typeof value === "string") return prefixBroken(refinement, value);
  if (typeof value === "number" || value instanceof Decimal) return boundsBroken(refinement, value);
  const length = isArray(value) ? value.length : isMap(value) ? value.size : undefined;
  return length === undefined ? [] : lengthBroken(refinement, length);
}

function prefixBroken({ stringPrefix }: Refinement, text: string): string[] {
  return stringPrefix === undefined || text.normalize("NFC").startsWith(stringPrefix.normalize("NFC"))
    ? []
    : ["it was promised to start with another text"];
}

function boundsBroken({ numberMin, numberMax }: Refinement, value: number | Decimal): string[] {
  const within = (bound: NumberBound | undefined, sign: 1 | -1): boolean => {
    if (!bound) return true;
    const order = sign * compareNumbers(value, bound.value);
    return order > 0 || (order === 0 && bound.inclusive);
  };
  return [
    ...(within(numberMin, 1) ? [] : ["it was promised to be greater"]),
    ...(within(numberMax, -1) ? [] : ["it was promised to be less"]),
  ];
}

function lengthBroken({ lengthMin, lengthMax }: Refinement, length: number): string[] {
  return [
    ...(lengthMin !== undefined && length < lengthMin
      ? [`it was promised to have at least ${lengthMin} elements; it has ${length}`]
      : []),
    ...(lengthMax !== undefined && length > lengthMax
      ? [`it was promised to have at most ${lengthMax} elements; it has ${length}`]
      : []),
  ];
}
