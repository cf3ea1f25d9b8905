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
