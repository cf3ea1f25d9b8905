import { createHash } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fieldViolations } from "../contract/violations.js";
import { controlValidators } from "../control/contract.js";
import type { Snapshot } from "../control/types.js";
import { StateFileError } from "./state-file-error.js";

/** First line of a state file; the second is the snapshot. */
interface Header {
  readonly format: "safetyculture-mock-server state 1";
  /** SHA-256 of the second line. */
  readonly sha256: string;
  /** Real time of the writing, in milliseconds since the epoch. */
  readonly saved_at: number;
}

/** A snapshot with the real time at which it was written. */
export interface SavedState {
  readonly snapshot: Snapshot;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
}

const format: Header["format"] = "safetyculture-mock-server state 1";

/** Reads a state file; `undefined` when there is none. Throws {@link StateFileError} for a damaged one. */
export async function readState(path: string): Promise<SavedState | undefined> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new StateFileError(`${path} cannot be read: ${String(error)}`);
  });
  if (text === undefined) return undefined;
  const [first = "", second = ""] = text.split("\n");
  const header = parseHeader(first);
  if (header === undefined) throw damaged(path, "it is not a state file of this server");
  if (header.sha256 !== digest(second)) throw damaged(path, "its checksum does not fit");
  const snapshot: unknown = JSON.parse(second);
  const isSnapshot = (await controlValidators()).schema<Snapshot>("Snapshot");
  if (!isSnapshot(snapshot)) {
    const [violation] = fieldViolations(isSnapshot.errors);
    throw damaged(
      path,
      violation === undefined ? "it is not a snapshot" : `${violation.field}: ${violation.description}`,
    );
  }
  return { snapshot, savedAt: header.saved_at };
}

/**
 * Writes a state file in one step: at any moment there is the old one or the new one, whole and on the disk.
 *
 * Throws {@link StateFileError}.
 */
export async function writeState(path: string, snapshot: Snapshot): Promise<void> {
  const body = JSON.stringify(snapshot);
  const header: Header = { format, sha256: digest(body), saved_at: Date.now() };
  const temporary = join(dirname(path), `.${basename(path)}.tmp`);
  try {
    const file = await open(temporary, "w", 0o600);
    try {
      await file.writeFile(`${JSON.stringify(header)}\n${body}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw new StateFileError(`${path} cannot be written: ${String(error)}`);
  }
}

/** Makes a rename last. Windows has no such thing, and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function parseHeader(line: string): Header | undefined {
  try {
    const header: unknown = JSON.parse(line);
    return isHeader(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is Header {
  return (
    typeof value === "object" &&
    value !== null &&
    "format" in value &&
    value.format === format &&
    "sha256" in value &&
    typeof value.sha256 === "string" &&
    "saved_at" in value &&
    typeof value.saved_at === "number"
  );
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function damaged(path: string, problem: string): StateFileError {
  return new StateFileError(
    `${path} is damaged: ${problem}. It is left as it is; delete it or name another file`,
  );
}
