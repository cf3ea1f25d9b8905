import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type Control, controlPrefix } from "../control/control.js";
import { ApiError, Code } from "../errors.js";
import { type Answer, send } from "./answer.js";
import { type PerformContext, perform, toAnswer } from "./perform.js";
import { readBody, targetOf } from "./request.js";
import { routeOf } from "./router.js";

/** Answers every request: those of the API, and those of the control API. */
export function listenerFor(context: PerformContext, control: Control): RequestListener {
  return (incoming, outgoing) => {
    void respond(incoming, outgoing, context, control);
  };
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  context: PerformContext,
  control: Control,
): Promise<void> {
  let answer: Answer;
  try {
    answer = await answerTo(incoming, context, control);
  } catch (error) {
    answer = toAnswer(error, {});
  }
  if (!outgoing.destroyed) send(outgoing, answer, context.world.clock.now());
}

async function answerTo(
  incoming: IncomingMessage,
  context: PerformContext,
  control: Control,
): Promise<Answer> {
  const { method = "GET", url = "/" } = incoming;
  const { path, query } = targetOf(url);
  if (path.startsWith(controlPrefix)) return control.answer(method, path, query, await readBody(incoming));
  const route = routeOf(method, path);
  if (route.kind !== "operation") return toAnswer(notRouted(method, path, route), {});
  return perform(
    {
      operation: route.operation,
      path: route.path,
      query,
      authorization: incoming.headers.authorization,
      body: await readBody(incoming),
    },
    context,
  );
}

function notRouted(
  method: string,
  path: string,
  route: Exclude<ReturnType<typeof routeOf>, { kind: "operation" }>,
) {
  if (route.kind === "other_method") {
    const allow = route.methods.join(", ");
    return new ApiError({
      status: 405,
      code: Code.UNIMPLEMENTED,
      reason: "ROUTE_NOT_FOUND",
      message: `${method} ${path} does not exist; the methods of this path are ${allow}`,
      headers: { allow },
    });
  }
  return new ApiError({
    status: 404,
    code: Code.NOT_FOUND,
    reason: "ROUTE_NOT_FOUND",
    message: `${method} ${path} does not exist`,
  });
}
