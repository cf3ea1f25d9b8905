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

/** Requests per second and p99 of a read and of a write, against the bare framework and against Prism, in turn. */
export async function throughputRatios(): Promise<void> {
  // The secret of the administrator that the command prints for this seed number.
  await using mock = await startMock();
  const secret = await bootstrapSecret();
  const { service_user_token } = await new Api(mock.url, secret).create({ name: "power-bi" });
  await using bare = await startBare(JSON.stringify({ service_user_token }));
  await using prism = await startPrism();
  const path = `/identity/v1/service_user_tokens/${service_user_token.id}`;
  for (const [kind, body] of [
    ["read", null],
    ["write", '{"inactivity_expiry_days":60}'],
  ] as const) {
    const loads = [mock, bare, prism].map(({ url }) => new Load(url, path, secret, body));
    const [ours, framework, other] = loads;
    if (ours === undefined || framework === undefined || other === undefined)
      throw new Error("three servers run");
    for (const load of loads) await load.round(REQUESTS / 3);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const load of loads) load.rounds.push(await load.round(load === other ? REQUESTS / 6 : REQUESTS));
    }
    await Promise.all(loads.map((load) => load.close()));
    const perSecond = ({ rounds }: Load) => median(rounds.map((round) => round.perSecond));
    const p99 = ({ rounds }: Load) => median(rounds.map((round) => round.p99));
    report(
      `${kind}s per second, against the bare framework`,
      perSecond(ours) / perSecond(framework),
      "at least 0.5",
    );
    report(`${kind}s per second, against prism`, perSecond(ours) / perSecond(other), "no aim");
    report(`p99 of a ${kind}, against the bare framework`, p99(ours) / p99(framework), "no aim");
    report(`p99 of a ${kind}, against prism`, p99(ours) / p99(other), "no aim");
  }
}

async function bootstrapSecret(): Promise<string> {
  const { startMockServer } = await import("@safetyculture-tokens/mock-server");
  await using same = await startMockServer({ seed: 1 });
  return same.apiToken;
}
