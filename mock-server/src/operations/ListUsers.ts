import { pageOf } from "../domain/paging.js";
import type { Operation } from "./operation.js";
import { presentUser } from "./present.js";

export const listUsers: Operation<"UsersService_ListUsers"> = ({ body }, { caller }) => {
  const page = pageOf("users", caller.organization.users.values(), body);
  return { users: page.items.map(presentUser), next_page_token: page.nextPageToken };
};
