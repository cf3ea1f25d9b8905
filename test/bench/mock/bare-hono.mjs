// The least that a JSON API does on Hono with its Node server, without its exchange of the global Request and Response,
// which a server that runs inside other people's tests must not make.
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";

const [port, body] = process.argv.slice(2);

const app = new Hono();
const answer = (context) => context.body(body, 200, { "content-type": "application/json" });
app.get("/identity/v1/service_user_tokens/:id", answer);
app.patch("/identity/v1/service_user_tokens/:id", async (context) => {
  await context.req.json();
  return answer(context);
});

createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false })).listen(
  Number(port),
  "127.0.0.1",
);
