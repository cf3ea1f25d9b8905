import type { Permission } from "../contract/models.js";
import type { ResponseBody } from "../contract/types.js";
import type { Transport } from "../http/transport.js";
import { List } from "../list.js";
import type { RequestOptions } from "../options/request-options.js";
import { endlessList } from "./endless-list.js";

const LIST = "PermissionsService_ListPermissions";

/**
 * The catalogue of permissions that a service user can have.
 *
 * @example
 * ```ts
 * import { type Permissions, SafetyCultureClient } from "@safetyculture-tokens/sdk";
 *
 * const permissions: Permissions = new SafetyCultureClient().permissions;
 * await permissions.list().all();
 * ```
 */
export class Permissions {
  readonly #transport: Transport;

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * The catalogue. The API sends it in one page.
   *
   * @example
   * ```ts
   * import { SafetyCultureClient } from "@safetyculture-tokens/sdk";
   *
   * const client = new SafetyCultureClient();
   * const { items } = await client.permissions.list().all();
   * console.log(items.map((permission) => permission.key));
   * ```
   */
  list(options?: RequestOptions): List<Permission, ResponseBody<typeof LIST>> {
    return new List({
      read: () => this.#transport.call(LIST, {}, options),
      itemsOf: (page) => page.permissions,
      nextOf: () => undefined,
      keyOf: (permission) => permission.key,
      endless: endlessList(LIST),
    });
  }
}
