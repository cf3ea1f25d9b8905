import type { DataSource } from "./data-source.js";
import type { Diagnostics } from "./diagnostics.js";
import type { EphemeralResource } from "./ephemeral-resource.js";
import type { AnyFunction, FunctionType, Parameter, ProviderFunction } from "./function.js";
import { lintFunction } from "./lint/function.js";
import { lintProvider } from "./lint/provider.js";
import { lintResource, lintSchema } from "./lint/schema.js";
import type { Logger } from "./logging/logger.js";
import type { Resource } from "./resource.js";
import type { Attributes, Config } from "./schema/attribute.js";
import type { SchemaDefinition } from "./schema/to-protocol.js";

export interface ConfigureContext<A extends Attributes> {
  /** Values that depend on resources not applied yet are unknown while planning; that is no error. */
  readonly config: Config<A>;
  readonly terraformVersion: string;
  readonly diagnostics: Diagnostics;
  readonly logger: Logger;
  /** Hides a value from every later log line and diagnostic. */
  readonly registerSecret: (secret: string) => void;
  /** Aborted when Terraform asks the provider to stop. */
  readonly signal: AbortSignal;
  /** Whether a `Deferral` may be thrown: then everything of this provider is put off to a later run. */
  readonly deferralAllowed: boolean;
}

/** A provider: its own configuration, and what it manages with it. */
export interface Provider<A extends Attributes, Client> {
  /** The prefix of all type names: `safetyculture`. */
  readonly name: string;
  readonly version: string;
  /** The source address, for the log: `registry.terraform.io/NAMESPACE/NAME`. */
  readonly address?: string;
  readonly schema: SchemaDefinition<A>;
  validate?(config: Config<A>, diagnostics: Diagnostics): void;
  configure(context: ConfigureContext<A>): Promise<Client>;
  /**
   * Undoes what must not outlive Terraform's command, before the process is shut down. Terraform closes no ephemeral
   * resource whose use has failed.
   */
  finish?(client: Client): Promise<void>;
  /** Ends what the client holds open, when its connection ends; a process that is shut down ends without it. */
  close?(client: Client): Promise<void>;
  readonly resources: readonly AnyResource<Client>[];
  readonly dataSources: readonly AnyDataSource<Client>[];
  readonly ephemeralResources?: readonly AnyEphemeralResource<Client>[];
  readonly functions?: readonly AnyFunction[];
}

/** A resource whose attribute types have been checked where it was defined. */
export type AnyResource<Client> = Resource<Attributes, Client>;
export type AnyDataSource<Client> = DataSource<Attributes, Client>;
export type AnyEphemeralResource<Client> = EphemeralResource<Attributes, Client>;
/** A provider as the server sees it. */
export type AnyProvider = Provider<Attributes, unknown>;

// The functions below forget the exact attribute types. This is sound because the server passes only values that it has
// decoded with the very schema that the types were inferred from. Each checks the schema, and throws a SchemaError that
// names the attribute when Terraform, or the constructs that are generated from it, could not work with it.

export function defineResource<A extends Attributes, Client>(
  resource: Resource<A, Client>,
): AnyResource<Client> {
  const forgotten = resource as unknown as AnyResource<Client>;
  lintResource(forgotten);
  return forgotten;
}

export function defineDataSource<A extends Attributes, Client>(
  source: DataSource<A, Client>,
): AnyDataSource<Client> {
  lintSchema(source.schema, "data source", source.name);
  return source as unknown as AnyDataSource<Client>;
}

export function defineEphemeralResource<A extends Attributes, Client>(
  resource: EphemeralResource<A, Client>,
): AnyEphemeralResource<Client> {
  lintSchema(resource.schema, "ephemeral resource", resource.name);
  return resource as unknown as AnyEphemeralResource<Client>;
}

export function defineFunction<
  const P extends readonly Parameter[],
  const R extends FunctionType,
  const V extends Parameter | undefined = undefined,
>(definition: ProviderFunction<P, V, R>): AnyFunction {
  const forgotten = definition as unknown as AnyFunction;
  lintFunction(forgotten);
  return forgotten;
}

export function defineProvider<A extends Attributes, Client>(provider: Provider<A, Client>): AnyProvider {
  const forgotten = provider as unknown as AnyProvider;
  lintProvider(forgotten);
  return forgotten;
}
