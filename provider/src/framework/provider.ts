import type { Diagnostics } from "./diagnostics.js";
import type { Logger } from "./logging.js";
import type { DataSource, Resource } from "./resource.js";
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
}

/** A provider: its own configuration, and what it manages with it. */
export interface Provider<A extends Attributes, Client> {
  /** The prefix of all type names: `safetyculture`. */
  readonly name: string;
  readonly version: string;
  readonly schema: SchemaDefinition<A>;
  validate?(config: Config<A>, diagnostics: Diagnostics): void;
  configure(context: ConfigureContext<A>): Promise<Client>;
  /** Ends what the client holds open. */
  close?(client: Client): Promise<void>;
  readonly resources: readonly AnyResource<Client>[];
  readonly dataSources: readonly AnyDataSource<Client>[];
}

/** A resource whose attribute types have been checked where it was defined. */
export type AnyResource<Client> = Resource<Attributes, Client>;
export type AnyDataSource<Client> = DataSource<Attributes, Client>;
/** A provider as the server sees it. */
export type AnyProvider = Provider<Attributes, unknown>;

// The three functions below forget the exact attribute types. This is sound because the server passes only values
// that it has decoded with the very schema that the types were inferred from.

export function defineResource<A extends Attributes, Client>(
  resource: Resource<A, Client>,
): AnyResource<Client> {
  return resource as unknown as AnyResource<Client>;
}

export function defineDataSource<A extends Attributes, Client>(
  source: DataSource<A, Client>,
): AnyDataSource<Client> {
  return source as unknown as AnyDataSource<Client>;
}

export function defineProvider<A extends Attributes, Client>(provider: Provider<A, Client>): AnyProvider {
  return provider as unknown as AnyProvider;
}
