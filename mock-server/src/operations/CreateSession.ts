import { formatInstant } from "../clock.js";
import { forbidden } from "../errors.js";
import type { Operation } from "./operation.js";
import { recordActivity } from "./record-activity.js";

/** Milliseconds that a session lasts: 12 hours. */
const sessionTime = 12 * 3_600_000;

export const createSession: Operation<"UsersService_CreateSession"> = (_request, context) => {
  const { caller, now } = context;
  if (caller.kind === "service_user") {
    throw forbidden(
      "LOGIN_NOT_ALLOWED",
      `the service user "${caller.token.name}" cannot log in; a person can`,
    );
  }
  recordActivity(context, "user.logged_in", {});
  return { user_id: caller.user.id, expires_at: formatInstant(now + sessionTime) };
};
