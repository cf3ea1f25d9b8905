import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What a front makes of a response of the API, given what was asked. */
export type Rewrite = (body: unknown, request: { readonly method: string; readonly path: string }) => unknown;

/** A server in front of the API that passes everything on, and rewrites the JSON of what comes back. */
export interface Front {
  readonly url: string;
  close(): Promise<void>;
}

export async function startFront(target: string, rewrite: Rewrite): Promise<Front> {
  const server = createServer(async (request, response) => {
    const { method = "GET", url: path = "/" } = request;
    const body = await bodyOf(request);
    const { authorization = "" } = request.headers;
    const answer = await fetch(target + path, {
      method,
      headers: { authorization, "content-type": "application/json" },
      ...(body === "" ? {} : { body }),
    });
    const text = await answer.text();
    const rewritten = answer.ok ? JSON.stringify(rewrite(JSON.parse(text), { method, path })) : text;
    response.writeHead(answer.status, {
      "content-type": "application/json",
      date: answer.headers.get("date") ?? "",
    });
    response.end(rewritten);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

type Token = Record<string, unknown>;

/** Rewrites every service user token in a response, wherever it stands. */
export const eachToken =
  (change: (token: Token) => Token): Rewrite =>
  (body) => {
    if (!isRecord(body)) return body;
    if (typeof body["id"] === "string" && "secret_issued_at" in body) return change(body);
    const { service_user_tokens: list, service_user_token: one } = body;
    return {
      ...body,
      ...(Array.isArray(list) ? { service_user_tokens: list.map((token: Token) => change(token)) } : {}),
      ...(isRecord(one) ? { service_user_token: change(one) } : {}),
    };
  };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
