// The least that a JSON API does on node:http: it reads a body, and answers with one.
import { createServer } from "node:http";

const [port, body] = process.argv.slice(2);

createServer((incoming, outgoing) => {
  let text = "";
  incoming.on("data", (chunk) => {
    text += chunk;
  });
  incoming.on("end", () => {
    if (text !== "") JSON.parse(text);
    outgoing.writeHead(200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    });
    outgoing.end(body);
  });
}).listen(Number(port), "127.0.0.1");
