import { readFile } from "node:fs/promises";
import { fieldViolations } from "../contract/violations.js";
import { controlValidators } from "../control/contract.js";
import type { Seed } from "../control/types.js";
import { SeedError } from "./seed-error.js";

/** Reads a seed from a YAML or JSON file. Throws {@link SeedError} with the file's name. */
export async function loadSeed(path: string): Promise<Seed> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new SeedError(
      `${path}: cannot be read (${error instanceof Error ? error.message : String(error)}). A seed is the path of a YAML or JSON file`,
    );
  });
  try {
    return await checkSeed(await parse(text));
  } catch (error) {
    if (error instanceof SeedError) throw new SeedError(`${path}: ${error.message}`);
    throw error;
  }
}

/** Throws {@link SeedError}, with all violations, for what is not a seed. */
export async function checkSeed(value: unknown): Promise<Seed> {
  const validators = await controlValidators();
  const isSeed = validators.schema<Seed>("Seed");
  if (isSeed(value)) return value;
  const violations = fieldViolations(isSeed.errors);
  const lines = violations.map(({ field, description }) =>
    field === "" ? description : `${field}: ${description}`,
  );
  throw new SeedError(lines.join("; "));
}

/** JSON is YAML, so one parser reads both. */
async function parse(text: string): Promise<unknown> {
  const { parse: parseYaml, YAMLParseError } = await import("yaml");
  try {
    const value: unknown = parseYaml(text);
    return value ?? {};
  } catch (error) {
    if (error instanceof YAMLParseError) throw new SeedError(error.message.split("\n")[0] ?? error.message);
    throw error;
  }
}
