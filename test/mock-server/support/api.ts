import type { components } from "@safetyculture-tokens/sdk/contract";

type Schemas = components["schemas"];
export type ServiceUserToken = Schemas["ServiceUserToken"];
type CreateRequest = { name: string } & Partial<Schemas["CreateServiceUserTokenRequest"]>;

/** An answer as it came. */
export interface Reply<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

const tokens = "/identity/v1/service_user_tokens";
const userTokens = "/identity/v1/user_tokens";

/** Calls the API with one credential. Methods named after an operation throw unless it succeeds. */
export class Api {
  constructor(
    readonly url: string,
    readonly secret: string,
  ) {}

  /** The same server with another credential. */
  as(secret: string): Api {
    return new Api(this.url, secret);
  }

  async send<Body = Schemas["Error"]>(method: string, path: string, body?: unknown): Promise<Reply<Body>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.secret}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: Body = JSON.parse(await response.text());
    return { status: response.status, headers: response.headers, body: answer };
  }

  async create(body: CreateRequest): Promise<Schemas["ServiceUserTokenWithSecret"]> {
    return this.#done("POST", tokens, body);
  }

  /** So many tokens, one after the other. */
  async createMany(count: number): Promise<Schemas["ServiceUserTokenWithSecret"][]> {
    const created: Schemas["ServiceUserTokenWithSecret"][] = [];
    while (created.length < count) created.push(await this.create({ name: `token ${created.length + 1}` }));
    return created;
  }

  async get(id: string): Promise<ServiceUserToken> {
    const { service_user_token } = await this.#done<Schemas["ServiceUserTokenResponse"]>(
      "GET",
      `${tokens}/${id}`,
    );
    return service_user_token;
  }

  async update(id: string, change: Schemas["UpdateServiceUserTokenRequest"]): Promise<ServiceUserToken> {
    const answer = await this.#done<Schemas["ServiceUserTokenResponse"]>("PATCH", `${tokens}/${id}`, change);
    return answer.service_user_token;
  }

  async revoke(id: string): Promise<ServiceUserToken> {
    const answer = await this.#done<Schemas["ServiceUserTokenResponse"]>("POST", `${tokens}/${id}/revoke`);
    return answer.service_user_token;
  }

  async regenerate(id: string): Promise<Schemas["ServiceUserTokenWithSecret"]> {
    return this.#done("POST", `${tokens}/${id}/regenerate`);
  }

  async delete(id: string): Promise<Schemas["Empty"]> {
    return this.#done("DELETE", `${tokens}/${id}`);
  }

  async list(query = ""): Promise<Schemas["ListServiceUserTokensResponse"]> {
    return this.#done("GET", `${tokens}${query}`);
  }

  async createUserToken(name: string): Promise<Schemas["UserTokenWithSecret"]> {
    return this.#done("POST", userTokens, { name });
  }

  async listUserTokens(query = ""): Promise<Schemas["ListUserTokensResponse"]> {
    return this.#done("GET", `${userTokens}${query}`);
  }

  async whoAmI(): Promise<Schemas["WhoAmIResponse"]> {
    return this.#done("GET", "/accounts/user/v1/user:WhoAmI");
  }

  async listUsers(): Promise<Schemas["ListUsersResponse"]> {
    return this.#done("POST", "/users/v1/users/list", { list_all: true });
  }

  async activities(body: Schemas["ListActivitiesRequest"] = {}): Promise<Schemas["ListActivitiesResponse"]> {
    return this.#done("POST", "/accounts/history/v1/activity_log/list", body);
  }

  /** The status of a call that every valid credential may make. */
  async status(): Promise<number> {
    const { status } = await this.send("GET", "/permissions/v1/permissions");
    return status;
  }

  async #done<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const reply = await this.send<Body>(method, path, body);
    if (reply.status === 200) return reply.body;
    throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  }
}

/** The reason in the google.rpc.ErrorInfo of an error. */
export function reasonOf({ body }: Reply<Schemas["Error"]>): string | undefined {
  return body.details.find(({ reason }) => reason !== undefined)?.reason;
}

/** The fields of the google.rpc.BadRequest of an error. */
export function fieldsOf({ body }: Reply<Schemas["Error"]>): string[] {
  return body.details.flatMap(({ field_violations = [] }) => field_violations.map(({ field }) => field));
}
