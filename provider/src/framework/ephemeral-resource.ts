import type { Diagnostics } from "./diagnostics.js";
import type { OperationContext } from "./operation.js";
import type { PrivateState } from "./private-state.js";
import type { Attributes, Config, State } from "./schema/attribute.js";
import type { SchemaDefinition } from "./schema/to-protocol.js";

export interface OpenContext<A extends Attributes, Client> extends OperationContext<Client> {
  /** Wholly known: Terraform waits until it is. */
  readonly config: State<A>;
  /**
   * What `renew` and `close` are given. Put the handle that `close` needs here: Terraform 1.11 closes with what was
   * stored at opening, not with what a later renewal stored.
   */
  readonly privateState: PrivateState;
  /** Whether a `Deferral` may be thrown. */
  readonly deferralAllowed: boolean;
}

export interface OpenedContext<Client> extends OperationContext<Client> {
  readonly privateState: PrivateState;
}

export interface Opened<A extends Attributes> {
  /** Never stored; configured values as they are configured. */
  readonly result: State<A>;
  /** When Terraform should renew it, if it is still in use by then. */
  readonly renewAt?: Date | undefined;
}

/** Something that exists while Terraform runs, and is never stored. */
export interface EphemeralResource<A extends Attributes, Client> {
  /** The type's name after the provider's prefix. */
  readonly name: string;
  readonly schema: SchemaDefinition<A>;
  /** Rules that validators and `rules` of the schema cannot say. Values may be unknown; no request is made here. */
  validate?(config: Config<A>, diagnostics: Diagnostics): void;
  open(context: OpenContext<A, Client>): Promise<Opened<A>>;
  /** Makes it last longer, and says when to ask again. Terraform 1.11 does not show what goes wrong here. */
  renew?(context: OpenedContext<Client>): Promise<{ readonly renewAt?: Date | undefined } | undefined>;
  /** Ends it. Called once, after the last use. */
  close?(context: OpenedContext<Client>): Promise<void>;
}
