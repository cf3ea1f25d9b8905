import type { MockServer } from "@safetyculture-tokens/mock-server";
import { Api, type Reply, reasonOf, type ServiceUserToken } from "../support/api.js";
import { adminOf } from "../support/server.js";
import { type Caller, type Expected, Model, type ModelToken } from "./model.js";
import type { By, Step } from "./steps.js";

const tokensPath = "/identity/v1/service_user_tokens";

/** What a step came to, on either side, in the same words. */
interface Outcome {
  readonly step: Step;
  readonly outcome: unknown;
}

/** Takes steps in the model and on the server, and keeps what both came to. */
export class Replay {
  readonly #server: MockServer;
  readonly #model: Model;
  readonly #startsAt: number;
  /** Ids and secrets of the model's tokens, by number. */
  readonly #ids: string[] = [];
  readonly #secrets: string[][] = [];

  constructor(server: MockServer, allPermissions: readonly string[]) {
    this.#server = server;
    this.#model = new Model(allPermissions);
    this.#startsAt = server.clock.now();
  }

  /** What the model and the server came to; the same, if all is well. */
  async take(step: Step): Promise<{ expected: Outcome; actual: Outcome }> {
    if (step.kind === "wait") {
      this.#model.now += step.seconds;
      this.#server.clock.advance({ seconds: step.seconds });
      const same: Outcome = { step, outcome: "waited" };
      return { expected: same, actual: same };
    }
    const caller = this.#callerOf(step.by);
    const expected = this.#inModel(caller, step);
    const reply = await this.#onServer(this.#apiOf(caller), step);
    if (expected.status === 200 && reply.status === 200) this.#learn(reply, expected.token);
    return {
      expected: { step, outcome: this.#wordsOf(expected) },
      actual: { step, outcome: this.#wordsOfReply(reply, expected) },
    };
  }

  #callerOf(by: By): Caller {
    const { tokens } = this.#model;
    if ("administrator" in by) return { kind: "administrator", organization: by.administrator };
    const token = tokens[by.token % Math.max(tokens.length, 1)];
    if (token === undefined) return { kind: "administrator", organization: by.token % 3 };
    return { kind: "token", number: token.number, issue: Math.max(1, token.issues - by.issuesAgo) };
  }

  #apiOf(caller: Caller): Api {
    if (caller.kind === "administrator") return adminOf(this.#server, caller.organization);
    return new Api(this.#server.url, this.#secrets[caller.number]?.[caller.issue - 1] ?? "");
  }

  #numberOf(token: number): number {
    return token % Math.max(this.#model.tokens.length, 1);
  }

  #inModel(caller: Caller, step: Exclude<Step, { kind: "wait" }>): Expected {
    switch (step.kind) {
      case "create":
        return this.#model.create(caller, step);
      case "update":
        return this.#model.update(caller, this.#numberOf(step.token), step);
      case "list":
        return this.#model.list(caller, step.state);
      case "whoAmI":
        return this.#model.whoAmI(caller);
      default:
        return this.#model[step.kind](caller, this.#numberOf(step.token));
    }
  }

  #onServer(api: Api, step: Exclude<Step, { kind: "wait" }>): Promise<Reply<unknown>> {
    if (step.kind === "whoAmI") return api.send("GET", "/accounts/user/v1/user:WhoAmI");
    if (step.kind === "list") {
      const filter = step.state === undefined ? "" : `&status=SERVICE_USER_TOKEN_STATUS_${step.state}`;
      return api.send("GET", `${tokensPath}?page_size=100${filter}`);
    }
    if (step.kind === "create") return api.send("POST", tokensPath, bodyOf(step));
    const id = this.#ids[this.#numberOf(step.token)] ?? "00000000-0000-4000-8000-000000000000";
    const path = `${tokensPath}/${id}`;
    if (step.kind === "update") return api.send("PATCH", path, bodyOf(step));
    if (step.kind === "get") return api.send("GET", path);
    return step.kind === "delete" ? api.send("DELETE", path) : api.send("POST", `${path}/${step.kind}`);
  }

  #learn({ body }: Reply<unknown>, token: ModelToken | undefined): void {
    if (token === undefined || !isIssued(body)) return;
    this.#ids[token.number] = body.service_user_token.id;
    const secrets = this.#secrets[token.number] ?? [];
    this.#secrets[token.number] = secrets;
    if (secrets.length < token.issues) secrets.push(body.secret ?? "");
  }

  #wordsOf({ status, reason, token, tokens, activeCount }: Expected): unknown {
    return {
      status,
      reason,
      token: token && this.#wordsOfToken(token),
      tokens: tokens?.map((one) => this.#wordsOfToken(one)),
      activeCount,
    };
  }

  #wordsOfToken(token: ModelToken): unknown {
    const state = this.#model.state(token);
    const expiry = (token.usedAt ?? token.issuedAt) + token.days * 86_400;
    return {
      id: this.#ids[token.number],
      name: token.name,
      days: token.days,
      permissions: token.permissions,
      status: `SERVICE_USER_TOKEN_STATUS_${state}`,
      issued: this.#time(token.issuedAt),
      used: token.usedAt === null ? null : this.#time(token.usedAt),
      revoked: token.revokedAt === null ? null : this.#time(token.revokedAt),
      expires: state === "ACTIVE" ? this.#time(expiry) : null,
    };
  }

  #time(seconds: number): string {
    return new Date(this.#startsAt + seconds * 1000).toISOString().replace(".000", "");
  }

  #wordsOfReply(reply: Reply<unknown>, expected: Expected): unknown {
    const { status, body } = reply;
    return {
      status,
      reason: isError(body) ? reasonOf({ ...reply, body }) : undefined,
      token: expected.token && isIssued(body) ? wordsOfAnswer(body.service_user_token) : undefined,
      tokens: isList(body) ? body.service_user_tokens.map(wordsOfAnswer) : undefined,
      activeCount: isList(body) ? body.active_count : undefined,
    };
  }
}

function bodyOf(step: { name?: string; days?: number; permissions?: string[] }) {
  const { name, days, permissions } = step;
  return {
    ...(name === undefined ? {} : { name }),
    ...(days === undefined ? {} : { inactivity_expiry_days: days }),
    ...(permissions === undefined ? {} : { permissions }),
  };
}

function wordsOfAnswer(token: ServiceUserToken): unknown {
  return {
    id: token.id,
    name: token.name,
    days: token.inactivity_expiry_days,
    permissions: token.permissions,
    status: token.status,
    issued: token.secret_issued_at,
    used: token.last_used_at,
    revoked: token.revoked_at,
    expires: token.expires_at,
  };
}

function has(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && key in value;
}

function isIssued(body: unknown): body is { service_user_token: ServiceUserToken; secret?: string } {
  return has(body, "service_user_token");
}

function isList(body: unknown): body is { service_user_tokens: ServiceUserToken[]; active_count: number } {
  return has(body, "service_user_tokens");
}

function isError(body: unknown): body is Parameters<typeof reasonOf>[0]["body"] {
  return has(body, "code");
}
