import { Pool } from "undici";
import { Api } from "../../mock-server/support/api.js";
import { median, report } from "../report.js";
import { startBare, startMock, startPrism } from "./servers.js";

const ROUNDS = 7;
const REQUESTS = 3000;
const CONNECTIONS = 20;

/** What one round of requests took. */
interface Round {
  readonly perSecond: number;
  /** Milliseconds that 99 of 100 requests stay below. */
  readonly p99: number;
}

/** A caller that sends one kind of request, over and over. */
class Load {
  readonly #pool: Pool;
  readonly rounds: Round[] = [];

  constructor(
    url: string,
    readonly path: string,
    readonly secret: string,
    readonly body: string | null,
  ) {
    this.#pool = new Pool(url, { connections: CONNECTIONS });
  }

  get perSecond(): number {
    return median(this.rounds.map(({ perSecond }) => perSecond));
  }

  get p99(): number {
    return median(this.rounds.map(({ p99 }) => p99));
  }

  async round(count: number): Promise<Round> {
    const times: number[] = [];
    let left = count;
    const caller = async () => {
      while (left > 0) {
        left -= 1;
        const begun = performance.now();
        await this.#send();
        times.push(performance.now() - begun);
      }
    };
    const begun = performance.now();
    await Promise.all(Array.from({ length: CONNECTIONS }, caller));
    const seconds = (performance.now() - begun) / 1000;
    times.sort((a, b) => a - b);
    return { perSecond: count / seconds, p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN };
  }

  async #send(): Promise<void> {
    const { statusCode, body } = await this.#pool.request({
      method: this.body === null ? "GET" : "PATCH",
      path: this.path,
      headers: { authorization: `Bearer ${this.secret}`, "content-type": "application/json" },
      body: this.body,
    });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`${this.path}: ${statusCode} ${text}`);
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

/** Requests per second and p99 of a read and of a write, against bare servers and against Prism, in turn. */
export async function throughputRatios(): Promise<void> {
  await using mock = await startMock();
  const secret = await bootstrapSecret();
  const { service_user_token } = await new Api(mock.url, secret).create({ name: "power-bi" });
  const body = JSON.stringify({ service_user_token });
  await using node = await startBare("node", body);
  await using hono = await startBare("hono", body);
  await using prism = await startPrism();
  const path = `/identity/v1/service_user_tokens/${service_user_token.id}`;
  for (const [kind, change] of [
    ["read", null],
    ["write", '{"inactivity_expiry_days":60}'],
  ] as const) {
    const ours = new Load(mock.url, path, secret, change);
    const others = {
      "bare Hono": [new Load(hono.url, path, secret, change), REQUESTS, "at least 0.5"],
      "bare node:http": [new Load(node.url, path, secret, change), REQUESTS, "no aim"],
      prism: [new Load(prism.url, path, secret, change), REQUESTS / 6, "no aim"],
    } as const;
    const rounds: readonly (readonly [Load, number])[] = [
      [ours, REQUESTS],
      ...Object.values(others).map(([load, requests]) => [load, requests] as const),
    ];
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [load, requests] of rounds) {
        const figures = await load.round(requests);
        // The first round warms everybody up.
        if (round > 0) load.rounds.push(figures);
      }
    }
    await Promise.all(rounds.map(([load]) => load.close()));
    for (const [name, [load, , hold]] of Object.entries(others)) {
      report(`${kind}s per second, against ${name}`, ours.perSecond / load.perSecond, hold);
      report(`p99 of a ${kind}, against ${name}`, ours.p99 / load.p99, "no aim");
    }
  }
}

/** The administrator's secret of a server with this seed number. */
async function bootstrapSecret(): Promise<string> {
  const { startMockServer } = await import("@safetyculture-tokens/mock-server");
  await using same = await startMockServer({ seed: 1 });
  return same.apiToken;
}
