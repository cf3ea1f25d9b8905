import type { Activity, ListActivitiesRequest } from "../contract/models.js";
import type { ResponseBody } from "../contract/types.js";
import type { Transport } from "../http/transport.js";
import { List } from "../list.js";
import type { RequestOptions } from "../options/request-options.js";
import { endlessList } from "./endless-list.js";

const LIST = "ActivityLogService_ListActivities";

/**
 * What happened in the organization: every token event and every call.
 *
 * @example
 * ```ts
 * import { type ActivityLog, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const activityLog: ActivityLog = new SafetyCultureClient().activityLog;
 * await activityLog.list().all({ limit: 10 });
 * ```
 */
export class ActivityLog {
  readonly #transport: Transport;

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Activities, newest first, under the name of who made them: a person's, or the service user's own.
   *
   * @param request - Filters, and `page_size` (1 to 100, here 100 unless given).
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const created = client.activityLog.list({ filters: { event_types: ["service_user_token.created"] } });
   * for await (const activity of created) console.log(activity.occurred_at, activity.user_name);
   * ```
   */
  list(
    request: ListActivitiesRequest = {},
    options?: RequestOptions,
  ): List<Activity, ResponseBody<typeof LIST>> {
    return new List({
      read: (pageToken) => {
        const continued = pageToken === undefined ? {} : { page_token: pageToken };
        return this.#transport.call(LIST, { body: { page_size: 100, ...request, ...continued } }, options);
      },
      itemsOf: (page) => page.activities,
      nextOf: (page) => page.next_page_token,
      endless: endlessList(LIST),
    });
  }
}
