/** The rules of service user tokens once more, small and slow, to compare the server with. */

export type Days = 31 | 45 | 60 | 180;
export type State = "ACTIVE" | "REVOKED" | "EXPIRED";

/** A token as the model has it. Tokens are told apart by number, in order of creation. */
export interface ModelToken {
  readonly number: number;
  readonly organization: number;
  name: string;
  days: Days;
  permissions: readonly string[];
  issuedAt: number;
  usedAt: number | null;
  revokedAt: number | null;
  deleted: boolean;
  /** Secrets issued so far; only the last one works. */
  issues: number;
}

/** Who calls: an organization's administrator, or a token with one of the secrets that it had. */
export type Caller =
  | { readonly kind: "administrator"; readonly organization: number }
  | { readonly kind: "token"; readonly number: number; readonly issue: number };

/** What the server should answer: a status, the reason of an error, and the token that it shows. */
export interface Expected {
  readonly status: number;
  readonly reason?: string;
  readonly token?: ModelToken;
  readonly tokens?: readonly ModelToken[];
  readonly activeCount?: number;
}

export interface Change {
  readonly name?: string | undefined;
  readonly days?: Days | undefined;
  readonly permissions?: readonly string[] | undefined;
}

const manage = "platform_management.organization";
const limit = 20;

export class Model {
  readonly tokens: ModelToken[] = [];
  /** Seconds since the start. */
  now = 0;

  constructor(readonly allPermissions: readonly string[]) {}

  state(token: ModelToken): State {
    if (token.revokedAt !== null) return "REVOKED";
    return this.now >= (token.usedAt ?? token.issuedAt) + token.days * 86_400 ? "EXPIRED" : "ACTIVE";
  }

  whoAmI(caller: Caller): Expected {
    return this.#enter(caller) === undefined ? unauthenticated : { status: 200 };
  }

  create(caller: Caller, change: Change & { name: string }): Expected {
    return this.#managing(caller, (organization) => {
      if (this.#active(organization).length >= limit) return refused("ACTIVE_TOKEN_LIMIT_REACHED");
      const token: ModelToken = {
        number: this.tokens.length,
        organization,
        name: change.name,
        days: change.days ?? 45,
        permissions: [...(change.permissions ?? this.allPermissions)].sort(),
        issuedAt: this.now,
        usedAt: null,
        revokedAt: null,
        deleted: false,
        issues: 1,
      };
      this.tokens.push(token);
      return { status: 200, token };
    });
  }

  list(caller: Caller, state: State | undefined): Expected {
    return this.#managing(caller, (organization) => ({
      status: 200,
      tokens: this.tokens.filter(
        (token) =>
          token.organization === organization &&
          !token.deleted &&
          (state === undefined || this.state(token) === state),
      ),
      activeCount: this.#active(organization).length,
    }));
  }

  get(caller: Caller, number: number): Expected {
    return this.#onToken(caller, number, (token) => ({ status: 200, token }));
  }

  update(caller: Caller, number: number, change: Change): Expected {
    return this.#onToken(caller, number, (token) => {
      if (this.state(token) !== "ACTIVE") return refused("TOKEN_NOT_ACTIVE");
      token.name = change.name ?? token.name;
      token.days = change.days ?? token.days;
      token.permissions = [...(change.permissions ?? token.permissions)].sort();
      return { status: 200, token };
    });
  }

  revoke(caller: Caller, number: number): Expected {
    return this.#onToken(caller, number, (token) => {
      if (this.state(token) === "REVOKED") return refused("TOKEN_NOT_ACTIVE");
      token.revokedAt = this.now;
      return { status: 200, token };
    });
  }

  regenerate(caller: Caller, number: number): Expected {
    return this.#onToken(caller, number, (token) => {
      if (this.state(token) !== "REVOKED") return refused("TOKEN_NOT_REVOKED");
      if (this.#active(token.organization).length >= limit) return refused("ACTIVE_TOKEN_LIMIT_REACHED");
      Object.assign(token, { issuedAt: this.now, usedAt: null, revokedAt: null, issues: token.issues + 1 });
      return { status: 200, token };
    });
  }

  delete(caller: Caller, number: number): Expected {
    return this.#onToken(caller, number, (token) => {
      if (this.state(token) !== "REVOKED") return refused("TOKEN_NOT_REVOKED");
      token.deleted = true;
      return { status: 200 };
    });
  }

  #active(organization: number): ModelToken[] {
    return this.tokens.filter(
      (token) => token.organization === organization && !token.deleted && this.state(token) === "ACTIVE",
    );
  }

  /** The caller's organization and permissions; a valid call restarts the idle time of its token. */
  #enter(caller: Caller): { organization: number; permissions: readonly string[] } | undefined {
    if (caller.kind === "administrator") {
      return { organization: caller.organization, permissions: this.allPermissions };
    }
    const token = this.tokens[caller.number];
    if (token === undefined || token.deleted || caller.issue !== token.issues) return undefined;
    if (this.state(token) !== "ACTIVE") return undefined;
    token.usedAt = this.now;
    return token;
  }

  #managing(caller: Caller, act: (organization: number) => Expected): Expected {
    const entered = this.#enter(caller);
    if (entered === undefined) return unauthenticated;
    if (!entered.permissions.includes(manage)) return { status: 403, reason: "PERMISSION_DENIED" };
    return act(entered.organization);
  }

  #onToken(caller: Caller, number: number, act: (token: ModelToken) => Expected): Expected {
    return this.#managing(caller, (organization) => {
      const token = this.tokens[number];
      if (token === undefined || token.deleted || token.organization !== organization) {
        return { status: 404, reason: "TOKEN_NOT_FOUND" };
      }
      return act(token);
    });
  }
}

const unauthenticated: Expected = { status: 401, reason: "UNAUTHENTICATED" };

function refused(reason: string): Expected {
  return { status: 400, reason };
}
