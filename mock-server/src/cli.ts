import { readFileSync } from "node:fs";
import { type CommandLine, parseCommandLine, UsageError, usage } from "./command-line.js";
import type { JournalEntry } from "./index.js";
import { presentAccess } from "./organization-access.js";
import { startMockServer } from "./start.js";

async function main(): Promise<void> {
  const commandLine = parseCommandLine(process.argv.slice(2));
  if (commandLine.kind === "help") process.stdout.write(usage);
  else if (commandLine.kind === "version") process.stdout.write(`${version()}\n`);
  else await serve(commandLine);
}

async function serve({ options, quiet }: Extract<CommandLine, { kind: "serve" }>): Promise<void> {
  const server = await startMockServer({ ...options, ...(quiet ? {} : { onRequest: logRequest }) });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.close().catch(fail);
    });
  }
  if (options.host !== undefined && !isLoopback(new URL(server.url).hostname)) {
    say(`warning: ${server.url} can be reached from other machines, and whoever reaches it has all rights`);
  }
  const organizations = server.organizations.map(presentAccess);
  process.stdout.write(`${JSON.stringify({ url: server.url, api_token: server.apiToken, organizations })}\n`);
}

function logRequest({ at, method, path, operation, status, faults }: JournalEntry): void {
  const answer = status === null ? "no answer" : String(status);
  const fault = faults.length === 0 ? "" : ` (fault: ${faults.join(", ")})`;
  say(`${at} ${method} ${path} ${answer} ${operation ?? "no operation"}${fault}`);
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "";
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function fail(error: unknown): void {
  say(`safetyculture-mock-server: ${explain(error)}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? error.code : undefined;
  const port = "port" in error ? String(error.port) : "";
  if (code === "EADDRINUSE")
    return `the port ${port} is in use; choose another with --port, or 0 for a free one`;
  if (code === "EACCES" && port !== "")
    return `the port ${port} is not allowed; choose one above 1023 with --port`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `the address of --host is not one of this machine`;
  return error.message;
}

main().catch(fail);
