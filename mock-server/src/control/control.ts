import { ClockError, formatInstant } from "../clock.js";
import { ApiError, Code, invalidRequest } from "../errors.js";
import type { Answer } from "../http/answer.js";
import { parseBody } from "../http/request.js";
import { presentServiceUserToken, presentUserToken } from "../operations/present.js";
import type { World } from "../world.js";

/** Where the control API begins. */
export const controlPrefix = "/_mock/";

/** The control API: of the server, not of SafetyCulture. It needs no credential. */
export class Control {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  async answer(method: string, path: string, _query: URLSearchParams, text: string): Promise<Answer> {
    const { clock } = this.#world;
    const body = parseBody(text);
    try {
      switch (`${method} ${path}`) {
        case "GET /_mock/health":
          return ok({ status: "ok", now: clock.toString() });
        case "POST /_mock/reset":
          this.#world.reset();
          return ok({});
        case "GET /_mock/clock":
          return ok(this.#clock());
        case "PUT /_mock/clock":
          this.#setClock(body);
          return ok(this.#clock());
        case "POST /_mock/clock/advance":
          this.#advance(body);
          return ok(this.#clock());
        case "GET /_mock/tokens":
          return ok(this.#tokens());
      }
    } catch (error) {
      if (error instanceof ClockError) throw invalidRequest([{ field: "clock", description: error.message }]);
      throw error;
    }
    throw new ApiError({
      status: 404,
      code: Code.NOT_FOUND,
      reason: "ROUTE_NOT_FOUND",
      message: `${method} ${path} is not in the control API`,
    });
  }

  #clock() {
    const { clock } = this.#world;
    return { now: formatInstant(clock.now()), frozen: clock.frozen };
  }

  #setClock(body: unknown): void {
    const { clock } = this.#world;
    const { now, frozen } = record(body);
    if (typeof now === "string") clock.set(now);
    if (frozen === true) clock.freeze();
    if (frozen === false) clock.resume();
  }

  #advance(body: unknown): void {
    const { days, hours, minutes, seconds } = record(body);
    const number = (value: unknown) => (typeof value === "number" ? value : 0);
    this.#world.clock.advance({
      days: number(days),
      hours: number(hours),
      minutes: number(minutes),
      seconds: number(seconds),
    });
  }

  #tokens() {
    const { store, clock } = this.#world;
    const now = clock.now();
    const organizations = [...store.organizations.values()];
    return {
      service_user_tokens: organizations.flatMap((organization) =>
        [...organization.serviceUserTokens.values()].map((token) => presentServiceUserToken(token, now)),
      ),
      user_tokens: organizations.flatMap((organization) =>
        [...organization.userTokens.values()].map((token) => presentUserToken(token, now)),
      ),
    };
  }
}

function record(body: unknown): Record<string, unknown> {
  return typeof body === "object" && body !== null ? { ...body } : {};
}

function ok(body: unknown): Answer {
  return { status: 200, headers: {}, body };
}
