import type { Operation } from "./operation.js";

export const whoAmI: Operation<"UsersService_WhoAmI"> = (_request, { caller }) => {
  if (caller.kind === "service_user") {
    const { token } = caller;
    return {
      user_id: token.serviceUserId,
      organisation_id: token.organizationId,
      firstname: token.name,
      lastname: "",
      email: "",
      seat_type: "SUBSCRIPTION_SEAT_TYPE_SERVICE_USER",
      permissions: [...token.permissions],
      group_ids: [],
      site_ids: [],
      counts_toward_seats: false,
    };
  }
  const { user } = caller;
  return {
    user_id: user.id,
    organisation_id: user.organizationId,
    firstname: user.firstname,
    lastname: user.lastname,
    email: user.email,
    seat_type: user.seatType,
    permissions: [...user.permissions],
    group_ids: [...user.groupIds],
    site_ids: [...user.siteIds],
    counts_toward_seats: true,
  };
};
