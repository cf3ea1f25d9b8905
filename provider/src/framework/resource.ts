import type { Path } from "../wire/index.js";
import type { Diagnostics } from "./diagnostics.js";
import type { Logger } from "./logging.js";
import type { Attributes, Config, Plan, State } from "./schema/attribute.js";
import type { SchemaDefinition } from "./schema/to-protocol.js";

/** What every operation of a resource or data source is given. */
export interface OperationContext<Client> {
  /** What the provider made of its configuration. */
  readonly client: Client;
  /** Collects warnings, and errors that do not stop the operation at once. */
  readonly diagnostics: Diagnostics;
  /** Aborted when Terraform asks the provider to stop, or when the operation's timeout has passed. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

export interface PlanContext<A extends Attributes, Client> extends OperationContext<Client> {
  readonly config: Config<A>;
  /** `undefined` when the object is to be created. */
  readonly prior: State<A> | undefined;
  /** The plan so far: configuration, defaults and plan modifiers. */
  readonly plan: Plan<A>;
  /** Asks for a new object because of this attribute. */
  requiresReplace(path: Path): void;
}

export interface WriteContext<A extends Attributes, Client> extends OperationContext<Client> {
  readonly plan: Plan<A>;
  /** With write-only values, which are nowhere else. */
  readonly config: Config<A>;
  /**
   * Records what is true on the remote side by now. Whatever fails afterwards, Terraform stores the latest record.
   */
  save(state: State<A>): void;
}

export interface UpdateContext<A extends Attributes, Client> extends WriteContext<A, Client> {
  readonly prior: State<A>;
}

export interface StateContext<A extends Attributes, Client> extends OperationContext<Client> {
  readonly state: State<A>;
}

export interface ImportContext<Client> extends OperationContext<Client> {
  /** The text that the user gave. */
  readonly id: string;
}

/** One kind of object that Terraform manages. */
export interface Resource<A extends Attributes, Client> {
  /** The type's name after the provider's prefix: `service_user_token`. */
  readonly name: string;
  readonly schema: SchemaDefinition<A>;
  /** Rules across attributes. Values may be unknown; no request is made here. */
  validate?(config: Config<A>, diagnostics: Diagnostics): void;
  /** The plan as the user will see it. Called several times for one change, so it must not change anything. */
  modifyPlan?(context: PlanContext<A, Client>): Promise<Plan<A>>;
  /** Called when Terraform plans the removal of the object; a thrown `DiagnosticError` refuses it. */
  planDestroy?(context: StateContext<A, Client>): Promise<void>;
  create(context: WriteContext<A, Client>): Promise<State<A>>;
  /** The object as it is now, or `undefined` when it is certain that it no longer exists. */
  read(context: StateContext<A, Client>): Promise<State<A> | undefined>;
  update(context: UpdateContext<A, Client>): Promise<State<A>>;
  delete(context: StateContext<A, Client> & Pick<WriteContext<A, Client>, "save">): Promise<void>;
  import?(context: ImportContext<Client>): Promise<State<A>>;
}

/** Something that Terraform looks up. */
export interface DataSource<A extends Attributes, Client> {
  readonly name: string;
  readonly schema: SchemaDefinition<A>;
  validate?(config: Config<A>, diagnostics: Diagnostics): void;
  read(context: OperationContext<Client> & { readonly config: State<A> }): Promise<State<A>>;
}
