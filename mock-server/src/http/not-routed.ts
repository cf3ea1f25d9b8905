import { ApiError, Code } from "../errors.js";
import type { Route } from "./router.js";

/** The error of a request that no operation answers: 405 with the methods of its path, or 404. */
export function notRouted(
  method: string,
  path: string,
  route: Exclude<Route<string>, { kind: "operation" }>,
  nearest: string | null,
): ApiError {
  if (route.kind === "other_method") {
    const allow = route.methods.join(", ");
    return new ApiError({
      status: 405,
      code: Code.UNIMPLEMENTED,
      reason: "ROUTE_NOT_FOUND",
      message: `there is no ${method} ${path}; this path has ${allow}`,
      headers: { allow },
    });
  }
  return new ApiError({
    status: 404,
    code: Code.NOT_FOUND,
    reason: "ROUTE_NOT_FOUND",
    message: `there is no ${method} ${path}${nearest === null ? "" : `; did you mean ${nearest}?`}`,
    ...(nearest === null ? {} : { metadata: { nearest_route: nearest } }),
  });
}
