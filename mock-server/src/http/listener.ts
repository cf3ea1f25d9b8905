import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Clock } from "../clock.js";
import { type Control, controlPrefix } from "../control/control.js";
import type { ApiEndpoint } from "./api-endpoint.js";
import { readBody } from "./body.js";
import { type Delivery, deliver } from "./deliver.js";
import { errorAnswer } from "./error-answer.js";
import { type ReceivedRequest, type Target, targetOf } from "./request.js";

/** The largest body of a call, in bytes: 1 MiB. */
const bodyLimit = 2 ** 20;

/** The largest body of the control API, in bytes: 64 MiB, since a snapshot holds a whole world. */
const controlBodyLimit = 2 ** 26;

/** Who answers. */
export interface ListenerContext {
  readonly api: ApiEndpoint;
  readonly control: Control;
  readonly clock: Clock;
  /** Ends what waits when the server closes. */
  readonly closing: AbortSignal;
}

/** Answers every request: those of the API, and those of the control API. */
export function listenerFor(context: ListenerContext): RequestListener {
  return (incoming, outgoing) => {
    void respond(incoming, outgoing, context);
  };
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  context: ListenerContext,
): Promise<void> {
  try {
    const { method = "GET", url = "/", headers } = incoming;
    const target = targetOf(url);
    const body = await readBody(incoming, isControl(target) ? controlBodyLimit : bodyLimit);
    const delivery = await deliveryOf({ method, target, headers, body }, context);
    if (!outgoing.destroyed) await deliver(outgoing, delivery, context.clock.now(), context.closing);
  } catch {
    // The request broke off, or the server closes: there is nobody to answer.
    outgoing.destroy();
  }
}

async function deliveryOf(request: ReceivedRequest, context: ListenerContext): Promise<Delivery> {
  try {
    if (!isControl(request.target)) return await context.api.answer(request);
    return { kind: "whole", answer: await context.control.answer(request) };
  } catch (error) {
    context.closing.throwIfAborted();
    return { kind: "whole", answer: errorAnswer(error) };
  }
}

function isControl({ path }: Target): boolean {
  return path.startsWith(controlPrefix);
}
