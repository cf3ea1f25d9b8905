import type { Clock } from "../../clock.js";
import type { ServerTime } from "../../server-time.js";

/** Clocks of several servers differ a little; so much earlier than the call still counts as since the call. */
const SLACK_MS = 1000;

/** When a call began, by the API's clock. */
export class CallStart {
  readonly #clock: Clock;
  readonly #at: number | undefined;
  readonly #since: number;

  constructor(clock: Clock, serverTime: ServerTime) {
    this.#clock = clock;
    this.#at = serverTime.estimate();
    this.#since = clock.monotonic();
  }

  /**
   * The moment from which a token counts as made by the call, in milliseconds since 1970. Before the first response the API's
   * time is not known, so it is worked out from a later response.
   */
  moment(serverTime: ServerTime): number {
    const latest = serverTime.estimate() ?? serverTime.latest();
    const at = this.#at ?? latest - (this.#clock.monotonic() - this.#since);
    return Math.floor(at / 1000) * 1000 - SLACK_MS;
  }
}
