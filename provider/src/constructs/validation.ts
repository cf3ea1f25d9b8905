import { Token } from "cdktf";
import type { Construct } from "constructs";

/** Fails with the construct, the name of the property, what is wrong with it, and what is accepted. */
export function refuse(construct: Construct, property: string, why: string): never {
  throw new RangeError(`${construct.node.path}: ${property} ${why}`);
}

/** Checks a number that is given and is not a reference: references are strange numbers until Terraform resolves them. */
export function wholeNumberBetween(
  construct: Construct,
  property: string,
  value: number | undefined,
  minimum: number,
  maximum: number,
): void {
  if (value === undefined || Token.isUnresolved(value)) return;
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return;
  refuse(construct, property, `must be a whole number from ${minimum} to ${maximum}; it is ${value}.`);
}
