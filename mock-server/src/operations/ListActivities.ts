import { formatInstant } from "../clock.js";
import { pageOf } from "../domain/paging.js";
import type { Activity } from "../domain/records.js";
import type { Operation } from "./operation.js";

export const listActivities: Operation<"ActivityLogService_ListActivities"> = ({ body }, { caller, now }) => {
  const { event_types: types, user_ids: users, timeframe } = body.filters ?? {};
  const from = timeframe?.from === undefined ? -Infinity : Date.parse(timeframe.from);
  const to = timeframe?.to === undefined ? Infinity : Date.parse(timeframe.to);
  const wanted = (activity: Activity) =>
    (types === undefined || types.includes(activity.type)) &&
    (users === undefined || users.includes(activity.userId)) &&
    activity.occurredAt >= from &&
    activity.occurredAt < to;
  const newestFirst = caller.organization.activitiesAt(now).filter(wanted).reverse();
  const page = pageOf("activities", newestFirst, body, "falling");
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
