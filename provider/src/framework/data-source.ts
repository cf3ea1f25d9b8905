import type { Diagnostics } from "./diagnostics.js";
import type { OperationContext } from "./operation.js";
import type { Attributes, Config, State } from "./schema/attribute.js";
import type { SchemaDefinition } from "./schema/to-protocol.js";

export interface DataSourceContext<A extends Attributes, Client> extends OperationContext<Client> {
  /** Wholly known: Terraform waits until it is. */
  readonly config: State<A>;
  /** Whether a `Deferral` may be thrown. */
  readonly deferralAllowed: boolean;
}

/** Something that Terraform looks up. */
export interface DataSource<A extends Attributes, Client> {
  /** The type's name after the provider's prefix. */
  readonly name: string;
  readonly schema: SchemaDefinition<A>;
  /** Rules that validators and `rules` of the schema cannot say. Values may be unknown; no request is made here. */
  validate?(config: Config<A>, diagnostics: Diagnostics): void;
  read(context: DataSourceContext<A, Client>): Promise<State<A>>;
}
