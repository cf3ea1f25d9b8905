import type { CreateServiceUserTokenRequest, ServiceUserToken } from "../../contract/models.js";
import { NotFoundError } from "../../errors/not-found-error.js";
import { TokenNotActiveError } from "../../errors/token-not-active-error.js";
import { TokenNotRevokedError } from "../../errors/token-not-revoked-error.js";
import { isOutcomeUnknown } from "../../http/outcome.js";
import type { Transport } from "../../http/transport.js";
import type { RequestOptions } from "../../options/request-options.js";
import type { TokenOperations } from "../operations.js";
import type { IssuedToken } from "./issued-token.js";
import type { ProcessMemory } from "./process-memory.js";
import type { Renaming } from "./rename-issued.js";
import { TimeLeft } from "./time-left.js";

/** A lost response while a token is taken over is cleared up so many times. */
const ROUNDS = 4;

type Issued = IssuedToken<ServiceUserToken>;

/** The calls that issuing a secret is made of. */
export class TokenAccess {
  readonly memory: ProcessMemory;
  readonly #transport: Transport;
  readonly #operations: TokenOperations;

  constructor(transport: Transport, operations: TokenOperations) {
    this.memory = transport.memory;
    this.#transport = transport;
    this.#operations = operations;
  }

  /** The deadline of several calls in a row. */
  timeLeft({ deadlineMs = this.#transport.settings.deadlineMs }: RequestOptions): TimeLeft {
    return new TimeLeft(this.#transport.settings.clock, deadlineMs);
  }

  /** The API's time by its latest response. */
  readonly now = (): number => this.#transport.serverTime.latest();

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return this.#transport.sleep(ms, signal);
  }

  /** Reads all tokens, once. */
  list(limits: RequestOptions): Promise<{ readonly items: readonly ServiceUserToken[] }> {
    return this.#operations.list({}, limits).all({ confirm: false });
  }

  /** A token, unless it is gone. */
  async find(id: string, limits: RequestOptions): Promise<ServiceUserToken | undefined> {
    try {
      return await this.#operations.get(id, limits);
    } catch (error) {
      if (error instanceof NotFoundError) return undefined;
      throw error;
    }
  }

  /** A token. */
  get(id: string, limits: RequestOptions): Promise<ServiceUserToken> {
    return this.#operations.get(id, limits);
  }

  /** Sends a create, once. */
  async create(request: CreateServiceUserTokenRequest, limits: RequestOptions): Promise<Issued> {
    return this.issued(await this.#operations.create(request, limits));
  }

  /** Sends a regenerate, once. */
  async regenerate(id: string, limits: RequestOptions): Promise<Issued> {
    return this.issued(await this.#operations.regenerate(id, limits));
  }

  /** Remembers that a secret came back, and hands it over. */
  issued(issued: Issued): Issued {
    this.memory.remember(issued.token.id, issued.token.secret_issued_at);
    return issued;
  }

  /** Voids whatever secret the token has and gives it a new one. */
  async reissue(token: ServiceUserToken, limits: RequestOptions): Promise<Issued> {
    let { status } = token;
    for (let round = 1; ; round++) {
      try {
        if (status !== "SERVICE_USER_TOKEN_STATUS_REVOKED") await this.#operations.revoke(token.id, limits);
        return await this.regenerate(token.id, limits);
      } catch (error) {
        const moved = error instanceof TokenNotRevokedError || error instanceof TokenNotActiveError;
        if (!(moved || isOutcomeUnknown(error)) || round === ROUNDS) throw error;
        status = (await this.#operations.get(token.id, limits)).status;
      }
    }
  }

  /** Revokes and deletes a token; one that is gone is no failure. */
  async remove(token: Pick<ServiceUserToken, "id" | "status">, limits: RequestOptions): Promise<void> {
    try {
      if (token.status !== "SERVICE_USER_TOKEN_STATUS_REVOKED") {
        await this.#operations.revoke(token.id, limits).catch((error: unknown) => {
          if (!(error instanceof TokenNotActiveError)) throw error;
        });
      }
      await this.#operations.delete(token.id, limits);
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
    }
  }

  /** What giving a token its name needs. */
  renaming(limits: RequestOptions, timeLeft: TimeLeft): Renaming {
    return {
      update: (id, change) => this.#operations.update(id, change, timeLeft.within(limits)),
      sleep: (ms) => this.sleep(ms),
      timeLeft,
    };
  }
}
