import type { Path } from "../wire/index.js";
import type { Diagnostics } from "./diagnostics.js";
import type { OperationContext } from "./operation.js";
import type { PrivateState } from "./private-state.js";
import type { Attributes, Config, PartialState, Plan, State } from "./schema/attribute.js";
import type { SchemaDefinition } from "./schema/to-protocol.js";
import type { StateMover } from "./state-mover.js";
import type { StateUpgrader } from "./state-upgrader.js";

export interface PlanContext<A extends Attributes, Client> extends OperationContext<Client> {
  readonly config: Config<A>;
  /** `undefined` when the object is to be created. */
  readonly prior: State<A> | undefined;
  /** The plan so far: configuration, defaults and plan modifiers. */
  readonly plan: Plan<A>;
  /** Asks for a new object because of this attribute. Inside a set, the whole set is meant. */
  requiresReplace(path: Path): void;
  readonly privateState: PrivateState;
  /** Whether a `Deferral` may be thrown. */
  readonly deferralAllowed: boolean;
}

export interface WriteContext<A extends Attributes, Client> extends OperationContext<Client> {
  readonly plan: Plan<A>;
  /** With write-only values, which are nowhere else. */
  readonly config: Config<A>;
  /**
   * Records what is true on the remote side by now. Whatever fails afterwards, Terraform stores the latest record.
   */
  save(state: State<A>): void;
  readonly privateState: PrivateState;
}

export interface UpdateContext<A extends Attributes, Client> extends WriteContext<A, Client> {
  readonly prior: State<A>;
}

export interface StateContext<A extends Attributes, Client> extends OperationContext<Client> {
  readonly state: State<A>;
  readonly privateState: PrivateState;
}

export interface ReadContext<A extends Attributes, Client> extends StateContext<A, Client> {
  /** Whether this is the first read after an import: what `import` did not say is still null. */
  readonly imported: boolean;
  /** Whether a `Deferral` may be thrown. */
  readonly deferralAllowed: boolean;
}

export interface ImportContext<Client> extends OperationContext<Client> {
  /** The text that the user gave. */
  readonly id: string;
  /** Kept with the object. */
  readonly privateState: PrivateState;
  /** Whether a `Deferral` may be thrown. */
  readonly deferralAllowed: boolean;
}

/** One kind of object that Terraform manages. */
export interface Resource<A extends Attributes, Client> {
  /** The type's name after the provider's prefix: `service_user_token`. */
  readonly name: string;
  readonly schema: SchemaDefinition<A>;
  /** Rules that validators and `rules` of the schema cannot say. Values may be unknown; no request is made here. */
  validate?(config: Config<A>, diagnostics: Diagnostics): void;
  /** The plan as the user will see it. Called several times for one change, so it must not change anything. */
  modifyPlan?(context: PlanContext<A, Client>): Promise<Plan<A>>;
  /** Called when Terraform plans the removal of the object; a thrown `DiagnosticError` refuses it. */
  planDestroy?(context: StateContext<A, Client>): Promise<void>;
  create(context: WriteContext<A, Client>): Promise<State<A>>;
  /** The object as it is now, or `undefined` when it is certain that it no longer exists. */
  read(context: ReadContext<A, Client>): Promise<State<A> | undefined>;
  update(context: UpdateContext<A, Client>): Promise<State<A>>;
  delete(context: StateContext<A, Client> & Pick<WriteContext<A, Client>, "save">): Promise<void>;
  /**
   * Finds the object behind an import id. Terraform reads it right afterwards, so it is enough to say what `read` needs.
   * Several objects can be answered to `terraform import`, not to an `import` block.
   */
  import?(context: ImportContext<Client>): Promise<PartialState<A> | readonly PartialState<A>[]>;
  /** From each earlier version of the stored state, the way to the present one. */
  readonly upgraders?: { readonly [version: number]: StateUpgrader<A> };
  /** From other resource types, the ways to this one, for `moved` blocks; the first that feels responsible is taken. */
  readonly movers?: readonly StateMover<A>[];
}
