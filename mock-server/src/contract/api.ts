import type { operations as OperationTypes } from "@safetyculture-tokens/sdk/contract";
import type { Validators } from "./validators.js";

let loaded: Promise<Validators<OperationTypes>> | undefined;

/** The validators of the API. They load at the first call, since a server should start at once. */
export function apiValidators(): Promise<Validators<OperationTypes>> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Validators<OperationTypes>> {
  const [{ Validators }, contract] = await Promise.all([
    import("./validators.js"),
    import("./generated/contract.js"),
  ]);
  return new Validators<OperationTypes>(contract);
}
