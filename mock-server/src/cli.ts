#!/usr/bin/env node
import { parseArgs } from "node:util";
import { type MockServerOptions, startMockServer } from "./index.js";

const usage = `Usage: safetyculture-mock-server [options]

A stateful stand-in for the SafetyCulture service user token API. When it is ready, one line of JSON on stdout
says where it listens and which credentials it takes.

  --port N      TCP port (default: a free one)
  --clock TIME  where the clock begins, as 2026-01-31T12:00:00Z (default: the real time)
  --frozen      the clock stands still until it is moved
  --quiet       nothing on stderr but errors
  --help        this text
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      clock: { type: "string" },
      frozen: { type: "boolean" },
      quiet: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const options: MockServerOptions = {
    port: Number(values.port ?? 0),
    clock: {
      ...(values.clock === undefined ? {} : { now: values.clock }),
      frozen: values.frozen === true,
    },
  };
  const server = await startMockServer(options);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());
  const organizations = server.organizations.map(({ id, name, apiToken }) => ({
    id,
    name,
    api_token: apiToken,
  }));
  process.stdout.write(`${JSON.stringify({ url: server.url, api_token: server.apiToken, organizations })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `safetyculture-mock-server: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
