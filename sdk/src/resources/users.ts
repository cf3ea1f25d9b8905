import type {
  Caller,
  ListScimUsersQuery,
  ListUsersRequest,
  ScimUser,
  Session,
  User,
} from "../contract/models.js";
import type { ResponseBody } from "../contract/types.js";
import type { Transport } from "../http/transport.js";
import { List } from "../list.js";
import type { RequestOptions } from "../options/request-options.js";
import { endlessList } from "./endless-list.js";

const LIST = "UsersService_ListUsers";
const LIST_SCIM = "UsersService_ListScimUsers";

/**
 * People of the organization, and the owner of the calling credential.
 *
 * @example
 * ```ts
 * import { type Users, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const users: Users = new SafetyCultureClient().users;
 * await users.whoAmI();
 * ```
 */
export class Users {
  readonly #transport: Transport;

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * The person or service user that the API token of this client belongs to. Counts as a use of the token.
   *
   * @throws {@link UnauthorizedError} when the API token is unknown, revoked or expired.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const { user_id, permissions } = await client.users.whoAmI();
   * console.log(user_id, permissions);
   * ```
   */
  whoAmI(options?: RequestOptions): Promise<Caller> {
    return this.#transport.call("UsersService_WhoAmI", {}, options);
  }

  /**
   * People only: service users are in no list of users. Needs the permission `platform_management.users`.
   *
   * @param request - `page_size` (1 to 100, here 100 unless given).
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * for await (const user of client.users.list()) console.log(user.email);
   * ```
   */
  list(request: ListUsersRequest = {}, options?: RequestOptions): List<User, ResponseBody<typeof LIST>> {
    return new List({
      read: (pageToken) => {
        const continued = pageToken === undefined ? {} : { page_token: pageToken };
        const body = { page_size: 100, list_all: true, ...request, ...continued };
        return this.#transport.call(LIST, { body }, options);
      },
      itemsOf: (page) => page.users,
      nextOf: (page) => page.next_page_token,
      keyOf: (user) => user.id,
      endless: endlessList(LIST),
    });
  }

  /**
   * People as SCIM shows them. A service user needs both platform management permissions, Users and Groups.
   *
   * @param query - Where to start (`startIndex`, from 1) and how many a page holds (`count`, here 100 unless given).
   * @throws {@link ForbiddenError} that names the missing permission.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * for await (const user of client.users.listScimUsers()) console.log(user.userName, user.active);
   * ```
   */
  listScimUsers(
    query: ListScimUsersQuery = {},
    options?: RequestOptions,
  ): List<ScimUser, ResponseBody<typeof LIST_SCIM>> {
    return new List({
      read: (next) => {
        const start = next === undefined ? {} : { startIndex: Number(next) };
        return this.#transport.call(LIST_SCIM, { query: { count: 100, ...query, ...start } }, options);
      },
      itemsOf: (page) => page.Resources,
      nextOf: ({ startIndex, Resources, totalResults }) => {
        const next = startIndex + Resources.length;
        return Resources.length > 0 && next <= totalResults ? String(next) : undefined;
      },
      keyOf: (user) => user.id,
      endless: endlessList(LIST_SCIM),
    });
  }

  /**
   * Logs in to the web app with the API token of this client. Works for a person's own token only.
   *
   * @throws {@link ForbiddenError} for a service user, which cannot log in.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const session = await client.users.createSession();
   * console.log(session.expires_at);
   * ```
   */
  createSession(options?: RequestOptions): Promise<Session> {
    return this.#transport.call("UsersService_CreateSession", {}, options);
  }
}
