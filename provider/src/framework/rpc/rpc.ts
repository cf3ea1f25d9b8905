/** One RPC as the transport sees it: bytes in, bytes out, and the connection that asks. */
export type Rpc = (request: Uint8Array, connection: object) => Promise<Uint8Array>;

export type Rpcs = Readonly<Record<string, Rpc>>;

interface Decoder<T> {
  decode(input: Uint8Array): T;
}

interface Encoder<T> {
  encode(message: T): { finish(): Uint8Array };
}

/** Binds a typed handler to the messages of its RPC. */
export function rpc<Request, Response>(
  request: Decoder<Request>,
  response: Encoder<Response>,
  handle: (request: Request, connection: object) => Promise<Response>,
): Rpc {
  return async (bytes, connection) =>
    response.encode(await handle(request.decode(bytes), connection)).finish();
}
