import { randomUUID } from "node:crypto";
import { Connection } from "./connection.js";
import { enabledLevel } from "./logging/level.js";
import { createLogger, type Logger } from "./logging/logger.js";
import { Redactor } from "./logging/redactor.js";
import type { AnyProvider } from "./provider.js";

/** What a served provider takes from its surroundings. */
export interface RuntimeOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly now?: () => Date;
  /** Names each request in the log. */
  readonly requestId?: () => string;
  /** Takes a line of the log with its line break. */
  readonly writeLog?: (line: string) => void;
}

/** The state of one served provider: its connections, the log and its mask. */
export class Runtime {
  readonly logger: Logger;
  readonly redactor = new Redactor();
  readonly now: () => Date;
  readonly requestId: () => string;
  readonly #connections = new Map<object, Connection>();

  constructor(
    readonly provider: AnyProvider,
    options: RuntimeOptions,
  ) {
    this.now = options.now ?? (() => new Date());
    this.requestId = options.requestId ?? randomUUID;
    this.logger = createLogger(
      {
        module: provider.name,
        redactor: this.redactor,
        levelOf: (subsystem) =>
          enabledLevel(options.env, provider.name, ...(subsystem === undefined ? [] : [subsystem])),
        now: this.now,
        write: options.writeLog ?? ((line) => process.stderr.write(line)),
      },
      provider.address === undefined ? {} : { tf_provider_addr: provider.address },
    );
  }

  /** The connection behind an object that the transport uses to name it. */
  connection(key: object): Connection {
    let connection = this.#connections.get(key);
    if (!connection) {
      connection = new Connection();
      this.#connections.set(key, connection);
    }
    return connection;
  }

  /** Ends what belongs to a connection that is gone. */
  async release(key: object): Promise<void> {
    const connection = this.#connections.get(key);
    if (!connection) return;
    this.#connections.delete(key);
    connection.cancel();
    await connection.rest();
    await this.close(connection.forget());
  }

  /** Undoes what must not outlive Terraform's command. */
  async finish(): Promise<void> {
    await Promise.all(
      [...this.#connections.values()].map(async ({ configured }) => {
        try {
          if (configured) await this.provider.finish?.(configured.client);
        } catch (error) {
          this.logger.log("error", "finishing the provider's work failed", { error: describeFailure(error) });
        }
      }),
    );
  }

  /** Cancels all the work under way, waits for it and ends what the clients hold open. */
  async stop(): Promise<void> {
    await Promise.all([...this.#connections.keys()].map((key) => this.release(key)));
  }

  /** Ends what a client holds open. A failure has no one left to be shown to but the log. */
  async close(configured: { readonly client: unknown } | undefined): Promise<void> {
    if (!configured) return;
    try {
      await this.provider.close?.(configured.client);
    } catch (error) {
      this.logger.log("error", "closing the provider's client failed", { error: describeFailure(error) });
    }
  }
}

/** A failure for the log, where its internals help. */
export const describeFailure = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
