import {
  type AttributePath,
  type Diagnostic,
  Diagnostic_Severity,
  type DynamicValue,
  type GetProviderSchema_Response,
} from "../../../../provider/src/wire/gen/tfplugin6.js";
import {
  decodeMsgpack,
  encodeJson,
  encodeMsgpack,
  formatPath,
  type ObjectValue,
  type Path,
  resolvePath,
  type Type,
  type Value,
  valuesEqual,
} from "../../../../provider/src/wire/index.js";
import { assertCompatible } from "./assert-object-compatible.js";
import { assertPlanValid } from "./assert-plan-valid.js";
import { proposedNew } from "./proposed-new.js";
import { type RpcClient, rpcClient, type Transport } from "./rpc-client.js";
import { type CoreBlock, coreBlock, impliedType } from "./schema.js";
import { type Finding, holdsUnknown, valueAt, withDistinctElements } from "./values.js";

/** What core says when a provider breaks a rule. A provider that passes never causes one. */
export class ProviderBroken extends Error {
  constructor(summary: string, findings: readonly Finding[]) {
    super(`${summary}:\n${findings.map(({ path, text }) => `  ${formatPath(path)}: ${text}`).join("\n")}`);
    this.name = "ProviderBroken";
  }
}

/** Errors that a provider has reported. */
export class ProviderErrors extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`).join("\n"));
    this.name = "ProviderErrors";
  }
}

/** One object as core keeps it in the state. */
export interface StoredObject {
  readonly value: ObjectValue;
  readonly private: Buffer;
  readonly isTainted: boolean;
}

export interface PlannedChange {
  readonly planned: Value;
  readonly private: Buffer;
  readonly action: "no-op" | "create" | "update" | "replace" | "delete";
  readonly replacePaths: readonly Path[];
  readonly warnings: readonly Diagnostic[];
  readonly isDeferred: boolean;
}

export interface Applied {
  readonly object: StoredObject | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const ALLOWED = { writeOnlyAttributesAllowed: true, deferralAllowed: false };

/** Plays Terraform for one resource type: asks, checks every answer by core's rules, and keeps the state. */
export class Core {
  readonly version: number;
  readonly block: CoreBlock;
  readonly type: Type;

  constructor(
    readonly client: RpcClient,
    readonly typeName: string,
    schemas: GetProviderSchema_Response,
    readonly capabilities: { writeOnlyAttributesAllowed?: boolean; deferralAllowed?: boolean } = ALLOWED,
  ) {
    const schema = schemas.resourceSchemas?.[typeName];
    this.version = schema?.version ?? 0;
    this.block = coreBlock(schema);
    this.type = impliedType(this.block);
  }

  /** Configures a provider without arguments, and plays core for one of its types. */
  static async start(transport: Transport, typeName: string): Promise<Core> {
    const client = rpcClient(transport);
    const schemas = await client.getProviderSchema({});
    const providerType = impliedType(coreBlock(schemas.provider));
    const config = typeof providerType === "object" && "object" in providerType ? providerType.object : {};
    const empty = Object.fromEntries(Object.keys(config).map((name) => [name, null]));
    const configured = await client.configureProvider({
      terraformVersion: "1.11.4",
      config: { msgpack: Buffer.from(encodeMsgpack(empty, providerType)) },
      clientCapabilities: ALLOWED,
    });
    throwErrors(configured.diagnostics);
    return new Core(client, typeName, schemas);
  }

  async validate(config: Value): Promise<readonly Diagnostic[]> {
    const { diagnostics = [] } = await this.client.validateResourceConfig({
      typeName: this.typeName,
      config: this.#write(config),
      clientCapabilities: this.capabilities,
    });
    return diagnostics;
  }

  /** Validates and plans; with a replacement, plans the new object as well, as core does. */
  async plan(config: Value, stored: StoredObject | undefined): Promise<PlannedChange> {
    if (config !== null) throwErrors(await this.validate(config));
    const first = await this.#planOnce(config, stored?.value ?? null, stored?.private);
    const { value: prior } = stored ?? { value: null };
    const isUnchanged = prior !== null && valuesEqual(first.planned, prior, this.type);
    const mustReplace = prior !== null && (stored?.isTainted || first.replaces);
    if (first.isDeferred) return { ...first, action: "no-op" };
    if (config === null) return { ...first, action: "delete" };
    if (prior === null) return { ...first, action: "create" };
    if (!mustReplace) return { ...first, action: isUnchanged ? "no-op" : "update" };
    const again = await this.#planOnce(config, null, first.private);
    return { ...again, action: "replace", replacePaths: first.replacePaths };
  }

  async #planOnce(config: Value, prior: Value, priorPrivate: Buffer | undefined) {
    const response = await this.client.planResourceChange({
      typeName: this.typeName,
      priorState: this.#write(prior),
      proposedNewState: this.#write(withDistinctElements(proposedNew(this.block, prior, config), this.type)),
      config: this.#write(config),
      ...(priorPrivate ? { priorPrivate } : {}),
      clientCapabilities: this.capabilities,
    });
    throwErrors(response.diagnostics);
    const planned = this.#read(response.plannedState, "Provider produced invalid plan");
    const isDeferred = response.deferred !== undefined;
    if (!isDeferred) {
      this.#refuse("Provider produced invalid plan", assertPlanValid(this.block, prior, config, planned));
    }
    const replacePaths = (response.requiresReplace ?? []).map(readPath);
    for (const path of prior === null ? [] : replacePaths) {
      if (resolvePath(prior, this.type, path) || resolvePath(planned, this.type, path)) continue;
      this.#refuse("Provider produced invalid plan", [{ path, text: "invalid path in requires_replace" }]);
    }
    const differs = (path: Path): boolean =>
      JSON.stringify(valueAt(prior, path)) !== JSON.stringify(valueAt(planned, path));
    return {
      planned,
      private: response.plannedPrivate ?? Buffer.alloc(0),
      // Core counts a path only where the value is another one, or not known.
      replaces: replacePaths.some(differs),
      replacePaths,
      warnings: response.diagnostics ?? [],
      isDeferred,
    };
  }

  /** Plans once more with what is known by now, applies, and stores what core would store. */
  async apply(change: PlannedChange, config: Value, stored: StoredObject | undefined): Promise<Applied> {
    if (change.action === "no-op") return { object: stored, diagnostics: [] };
    if (change.action === "delete") return this.#applyOnce(change.planned, config, stored, change.private);
    let before = stored;
    if (change.action === "replace") {
      const removed = await this.#applyOnce(null, null, stored, stored?.private);
      if (removed.object) return removed;
      before = undefined;
    }
    const isNew = change.action === "replace" || change.action === "create";
    const final = await this.#planOnce(
      config,
      before?.value ?? null,
      isNew ? change.private : stored?.private,
    );
    this.#refuse(
      "Provider produced inconsistent final plan",
      assertCompatible(this.type, change.planned, final.planned),
    );
    return this.#applyOnce(final.planned, config, before, final.private);
  }

  async #applyOnce(
    planned: Value,
    config: Value,
    stored: StoredObject | undefined,
    plannedPrivate: Buffer | undefined,
  ): Promise<Applied> {
    const response = await this.client.applyResourceChange({
      typeName: this.typeName,
      priorState: this.#write(stored?.value ?? null),
      plannedState: this.#write(planned),
      config: this.#write(config),
      ...(plannedPrivate ? { plannedPrivate } : {}),
    });
    const { diagnostics = [] } = response;
    const hasError = diagnostics.some(isError);
    const value = this.#read(response.newState, "Provider produced invalid object");
    this.#refuseUnstorable("Provider returned invalid result object after apply", value);
    if (!hasError) {
      this.#refuse(
        "Provider produced inconsistent result after apply",
        assertCompatible(this.type, planned, value),
      );
    }
    if (value === null) {
      // With an error, core keeps what it had: nothing, when the object was to be created.
      return { object: hasError ? stored : undefined, diagnostics };
    }
    return {
      object: {
        value: value as ObjectValue,
        private: response.private ?? Buffer.alloc(0),
        isTainted: hasError && !stored,
      },
      diagnostics,
    };
  }

  /** Upgrades the stored form and refreshes. */
  async refresh(stored: StoredObject): Promise<StoredObject | undefined> {
    const upgraded = await this.client.upgradeResourceState({
      typeName: this.typeName,
      version: this.version,
      rawState: { json: Buffer.from(encodeJson(stored.value, this.type)) },
    });
    throwErrors(upgraded.diagnostics);
    const current = this.#read(upgraded.upgradedState, "Invalid resource state upgrade");
    this.#refuseUnstorable("Invalid resource state upgrade", current);
    const response = await this.client.readResource({
      typeName: this.typeName,
      currentState: this.#write(current),
      private: stored.private,
      clientCapabilities: this.capabilities,
    });
    throwErrors(response.diagnostics);
    const value = this.#read(response.newState, "Provider produced invalid object");
    this.#refuseUnstorable("Provider produced invalid object", value);
    if (value === null) return undefined;
    return { ...stored, value: value as ObjectValue, private: response.private ?? Buffer.alloc(0) };
  }

  /** What core stores is wholly known and holds no write-only value. */
  #refuseUnstorable(summary: string, value: Value): void {
    if (value !== null && holdsUnknown(value))
      this.#refuse(summary, [{ path: [], text: "it holds unknown values" }]);
    // A plan that equals its configuration is valid but for write-only values.
    const leaks = assertPlanValid(this.block, null, value, value).filter(({ text }) =>
      text.includes("write-only"),
    );
    this.#refuse(summary, leaks);
  }

  #refuse(summary: string, findings: readonly Finding[]): void {
    if (findings.length > 0) throw new ProviderBroken(summary, findings);
  }

  #write(value: Value): DynamicValue {
    return { msgpack: Buffer.from(encodeMsgpack(value, this.type)) };
  }

  /** Decodes an answer, which must fit the schema exactly. */
  #read(value: DynamicValue | undefined, summary: string): Value {
    if (value?.msgpack === undefined || value.msgpack.length === 0) {
      throw new ProviderBroken(summary, [{ path: [], text: "the answer holds no value" }]);
    }
    try {
      return withDistinctElements(decodeMsgpack(value.msgpack, this.type), this.type);
    } catch (error) {
      throw new ProviderBroken(summary, [{ path: [], text: String(error) }]);
    }
  }
}

export const isError = ({ severity }: Diagnostic): boolean => severity === Diagnostic_Severity.ERROR;

export function throwErrors(diagnostics: readonly Diagnostic[] = []): void {
  if (diagnostics.some(isError)) throw new ProviderErrors(diagnostics);
}

export function readPath({ steps = [] }: AttributePath): Path {
  return steps.map(({ selector }) => {
    switch (selector?.$case) {
      case "attributeName":
        return { attribute: selector.value };
      case "elementKeyString":
        return { key: selector.value };
      case "elementKeyInt":
        return { index: Number(selector.value) };
      default:
        throw new Error("a step of a path selects nothing");
    }
  });
}
