import { formatInstant } from "../clock.js";
import { pageOf } from "../domain/paging.js";
import type { Activity } from "../domain/records.js";
import type { Operation } from "./operation.js";

/** Milliseconds for which the log can be read: 90 days. */
const keptTime = 90 * 86_400_000;

export const listActivities: Operation<"ActivityLogService_ListActivities"> = (
  { body },
  { lists, now, pageShift },
) => {
  const { event_types: types, user_ids: users, timeframe } = body.filters ?? {};
  const from = timeframe?.from === undefined ? now - keptTime : Date.parse(timeframe.from);
  const to = timeframe?.to === undefined ? Number.POSITIVE_INFINITY : Date.parse(timeframe.to);
  const wanted = (activity: Activity) =>
    (types === undefined || types.includes(activity.type)) &&
    (users === undefined || users.includes(activity.userId)) &&
    activity.occurredAt >= Math.max(from, now - keptTime) &&
    activity.occurredAt < to;
  const newestFirst = [...lists.activities].filter(wanted).reverse();
  const page = pageOf(newestFirst, body, { list: "activities", order: "falling", shift: pageShift });
  return {
    activities: page.items.map((activity) => ({
      type: activity.type,
      occurred_at: formatInstant(activity.occurredAt),
      user_id: activity.userId,
      user_name: activity.userName,
      metadata: { ...activity.metadata },
    })),
    next_page_token: page.nextPageToken,
  };
};
