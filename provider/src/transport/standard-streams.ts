import { writeSync } from "node:fs";

/**
 * Keeps standard output free for the handshake line: everything that code prints through `console` goes to standard
 * error, which Terraform reads as log lines.
 */
export function redirectConsole(): void {
  const print = (...values: unknown[]): void => {
    process.stderr.write(`${values.map(String).join(" ")}\n`);
  };
  console.log = print;
  console.info = print;
  console.debug = print;
}

/** Writes the handshake line in one system call, before anything else can reach standard output. */
export function writeHandshake(line: string): void {
  writeSync(1, line);
}

/** Keeps the process alive when the launcher has gone and nobody reads what is written any more. */
export function tolerateClosedStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/**
 * Writes what went wrong outside of any request: the kind of the error and where it was thrown. Its message may hold a
 * secret, and stays out.
 */
export function reportCrash(error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const frames =
    error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  process.stderr.write(
    [`[ERROR] the plugin failed outside of any request: ${kind}`, ...frames, ""].join("\n"),
  );
}

/** Ends the process with the reason on standard output, which is where Terraform looks for it, in one line. */
export function failToStart(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  writeSync(1, `The plugin could not start: ${reason.replaceAll(/[|\s]+/g, " ")}\n`);
  process.exit(1);
}
