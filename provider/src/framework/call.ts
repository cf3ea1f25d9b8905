import type { Diagnostic as ProtocolDiagnostic } from "../wire/gen/tfplugin6.js";
import type { ObjectValue } from "../wire/index.js";
import type { Connection } from "./connection.js";
import { Deferral } from "./deferral.js";
import { Diagnostics, meantForUsers } from "./diagnostics.js";
import type { Fields, Logger } from "./logging/logger.js";
import { maskSensitive } from "./masking.js";
import type { OperationContext } from "./operation.js";
import { describeFailure, type Runtime } from "./runtime.js";
import type { Attributes } from "./schema/attribute.js";
import type { SchemaDefinition } from "./schema/to-protocol.js";
import { type Operation, timeoutOf, withTimeout } from "./timeouts.js";

/** What a call names itself by in the log and in failures. */
export interface Subject {
  /** What is being done, for a message: `reading demo_item`. */
  readonly doing: string;
  readonly fields?: Fields;
}

/** One call of Terraform: what it belongs to, and what it has to tell. */
export class Call {
  readonly diagnostics = new Diagnostics();
  readonly logger: Logger;
  /** Aborted when Terraform asks to stop, or gives this call up. */
  readonly signal: AbortSignal;
  readonly #runtime: Runtime;
  readonly #doing: string;
  #attributes: Attributes | undefined;

  constructor(
    runtime: Runtime,
    readonly connection: Connection,
    rpc: string,
    subject: Subject,
    given: AbortSignal | undefined,
  ) {
    this.#runtime = runtime;
    this.#doing = subject.doing;
    this.signal = given ? AbortSignal.any([connection.signal, given]) : connection.signal;
    this.logger = runtime.logger.with({ tf_rpc: rpc, tf_req_id: runtime.requestId(), ...subject.fields });
  }

  /** Says what the call is about: the paths of its diagnostics are paths of this schema. */
  about<T extends { readonly schema: SchemaDefinition }>(thing: T): T {
    this.#attributes = thing.schema.attributes;
    return thing;
  }

  readonly registerSecret = (secret: string): void => this.#runtime.redactor.add(secret);

  /** Hides the sensitive values of decoded objects from every later log line and diagnostic. */
  mask(attributes: Attributes, ...values: (ObjectValue | undefined)[]): void {
    maskSensitive(attributes, this.#runtime.redactor, ...values);
  }

  /** What an operation is given; throws when the provider is not configured. */
  operation(signal = this.signal): OperationContext<unknown> {
    const { connection, diagnostics, logger, registerSecret } = this;
    return { client: connection.client, diagnostics, signal, logger, registerSecret };
  }

  /** Runs an operation within the time that its `timeouts` give it. */
  limited<T>(
    operation: Operation,
    attributes: Attributes,
    values: ObjectValue,
    run: (context: OperationContext<unknown>) => Promise<T>,
  ): Promise<T> {
    const milliseconds = timeoutOf(attributes, values, operation);
    return milliseconds === undefined
      ? run(this.operation())
      : withTimeout(operation, milliseconds, this.signal, (signal) => run(this.operation(signal)));
  }

  /** Whether Terraform lets this call be put off. During an apply it says so too, and must not be believed. */
  deferralAllowed(capabilities: { readonly deferralAllowed?: boolean | undefined } | undefined): boolean {
    return capabilities?.deferralAllowed === true && !this.connection.applies;
  }

  /** Does some work, unless it, or the provider as a whole, is put off to a later run. */
  async orDeferred<T>(
    isAllowed: boolean,
    work: () => Promise<T>,
    deferred: (deferral: Deferral) => T,
  ): Promise<T> {
    try {
      if (this.connection.deferral) throw this.connection.deferral;
      return await work();
    } catch (error) {
      if (error instanceof Deferral && isAllowed) return deferred(error);
      throw error;
    }
  }

  /** Turns a failure into a diagnostic; what users cannot make sense of goes to the log. */
  report(error: unknown): void {
    this.diagnostics.thrown(error, this.#doing);
    if (!meantForUsers(error)) {
      this.logger.log("error", "unexpected failure", { doing: this.#doing, error: describeFailure(error) });
    }
  }

  /** A text without secrets, for an answer that has no diagnostics. */
  redact(text: string): string {
    return this.#runtime.redactor.redact(text);
  }

  /** The diagnostics so far, without secrets. */
  toProtocol(): ProtocolDiagnostic[] {
    return this.diagnostics.toProtocol(this.#runtime.redactor.redact, this.#attributes);
  }
}
