import { pageOf } from "../domain/paging.js";
import type { Operation } from "./operation.js";
import { presentUser } from "./present.js";

export const listUsers: Operation<"UsersService_ListUsers"> = ({ body }, { lists, pageShift }) => {
  // The contract has no filter, so the list is whole with `list_all` and without.
  const { list_all: _, ...page } = body;
  const { items, nextPageToken } = pageOf([...lists.users], page, {
    list: "users",
    order: "rising",
    shift: pageShift,
  });
  return { users: items.map(presentUser), next_page_token: nextPageToken };
};
