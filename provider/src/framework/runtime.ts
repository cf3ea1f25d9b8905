import type { Diagnostic as ProtocolDiagnostic } from "../wire/gen/tfplugin6.js";
import type { ObjectValue } from "../wire/index.js";
import { DiagnosticError, Diagnostics } from "./diagnostics.js";
import { createLogger, enabledLevel, type Logger, Redactor } from "./logging.js";
import { sensitiveStrings } from "./planning.js";
import type { AnyProvider } from "./provider.js";
import type { OperationContext } from "./resource.js";
import type { Attributes } from "./schema/attribute.js";

/** The state of one served provider: a client per connection, the stop signal, the log and its mask. */
export class Runtime {
  readonly logger: Logger;
  readonly redactor = new Redactor();
  readonly #clients = new WeakMap<object, unknown>();
  readonly #open = new Set<unknown>();
  readonly #running = new Set<Promise<unknown>>();
  #stop = new AbortController();

  constructor(
    readonly provider: AnyProvider,
    env: NodeJS.ProcessEnv,
  ) {
    this.logger = createLogger(
      {
        level: enabledLevel(env),
        redact: this.redactor.redact,
        now: () => new Date(),
        write: (line) => process.stderr.write(line),
      },
      { provider: provider.name },
    );
  }

  /** Aborted when Terraform asks to stop. Work that starts after a stop is given a fresh signal. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Cancels the work under way: Terraform still waits for its answers. */
  cancel(): void {
    this.#stop.abort(
      new DiagnosticError("Stopped", "Terraform was interrupted; run it again to finish the change."),
    );
    this.#stop = new AbortController();
  }

  /** Cancels the work under way, waits for it and ends what the clients hold open. */
  async stop(): Promise<void> {
    this.cancel();
    await Promise.allSettled(this.#running);
    const { provider } = this;
    await Promise.allSettled([...this.#open].map((client) => provider.close?.(client)));
    this.#open.clear();
  }

  /** Remembers work until it has come to rest. */
  track<T>(work: Promise<T>): Promise<T> {
    const settled = work.catch(() => undefined).finally(() => this.#running.delete(settled));
    this.#running.add(settled);
    return work;
  }

  setClient(connection: object, client: unknown): void {
    this.#clients.set(connection, client);
    this.#open.add(client);
  }

  /** What an operation on this connection is given. */
  operation(connection: object, diagnostics: Diagnostics, typeName: string): OperationContext<unknown> {
    if (!this.#clients.has(connection)) {
      throw new DiagnosticError(
        "Provider not configured",
        "Terraform asked for an operation before configuring it.",
      );
    }
    return {
      client: this.#clients.get(connection),
      diagnostics,
      signal: this.signal,
      logger: this.logger.with({ type: typeName }),
    };
  }

  /** Registers the sensitive values of a decoded object with the log's mask. */
  mask(attributes: Attributes, ...objects: (ObjectValue | undefined)[]): void {
    for (const value of objects) {
      if (value) for (const secret of sensitiveStrings(attributes, value)) this.redactor.add(secret);
    }
  }

  /** Turns a failure into a diagnostic; what users cannot make sense of goes to the log. */
  report(error: unknown, doing: string, diagnostics: Diagnostics): void {
    diagnostics.thrown(error, doing);
    if (!(error instanceof DiagnosticError)) {
      this.logger.log("error", "unexpected failure", { doing, error: describeFailure(error) });
    }
  }

  /**
   * Runs the body of an RPC. Whatever it throws becomes a diagnostic, because a failed call would tell the user
   * nothing; `fallback` is the answer that loses no state.
   */
  async answer<T extends object>(
    doing: string,
    body: (diagnostics: Diagnostics) => Promise<T>,
    fallback: () => T,
  ): Promise<T & { diagnostics: ProtocolDiagnostic[] }> {
    const diagnostics = new Diagnostics();
    let response: T;
    try {
      response = await body(diagnostics);
    } catch (error) {
      this.report(error, doing, diagnostics);
      response = fallback();
    }
    return { ...response, diagnostics: diagnostics.toProtocol(this.redactor.redact) };
  }
}

const describeFailure = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : "?";
