import type { Validators } from "../contract/validators.js";
import type { operations as ControlTypes } from "./generated/schema.js";

let loaded: Promise<Validators<ControlTypes>> | undefined;

/** The validators of the control API, of seeds, faults and snapshots. They load when one of these is used. */
export function controlValidators(): Promise<Validators<ControlTypes>> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Validators<ControlTypes>> {
  const [{ Validators }, contract] = await Promise.all([
    import("../contract/validators.js"),
    import("./generated/contract.js"),
  ]);
  return new Validators<ControlTypes>(contract);
}
