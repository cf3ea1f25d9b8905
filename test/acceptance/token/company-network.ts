import { createServer, type IncomingMessage, request as requestOf, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Server } from "node:net";
import { createIdentity } from "../../../provider/src/transport/certificate.js";

const HOST = "api.example.test";

/** A network in which the API has a name that only the proxy knows, and a certificate of a private authority. */
export interface CompanyNetwork {
  /** Address of the API. */
  readonly apiUrl: string;
  /** `host:port` of the proxy. */
  readonly proxy: string;
  /** The certificate of the private authority, PEM. */
  readonly authority: string;
  /** The tunnels that the proxy was asked for, each with the credentials that it was shown. */
  readonly tunnels: readonly { readonly to: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

export async function startCompanyNetwork(api: string): Promise<CompanyNetwork> {
  const { key, certificate } = createIdentity(new Date(), HOST);
  const target = new URL(api);
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { method, url, headers } = incoming;
    const { hostname, port } = target;
    const onward = requestOf({ hostname, port, path: url, method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    incoming.pipe(onward.on("error", () => outgoing.destroy()));
  };
  const edge = await listening(createTlsServer({ key, cert: certificate }, pass));
  const tunnels: { to: string; authorization: string | undefined }[] = [];
  const proxy = createServer((_request, response) => response.writeHead(405).end());
  proxy.on("connect", ({ url = "", headers }, socket) => {
    tunnels.push({ to: url, authorization: headers["proxy-authorization"] });
    const onward = connect(portOf(edge), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [socket, onward])
      end.on("error", () => [socket, onward].map((other) => other.destroy()));
  });
  await listening(proxy);
  return {
    apiUrl: `https://${HOST}:${portOf(edge)}`,
    proxy: `127.0.0.1:${portOf(proxy)}`,
    authority: certificate,
    tunnels,
    close: async () => void (await Promise.all([closed(edge), closed(proxy)])),
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const listening = <S extends Server>(server: S): Promise<S> =>
  new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
