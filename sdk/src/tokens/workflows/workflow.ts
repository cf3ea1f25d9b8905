import type { Caller } from "../../contract/models.js";
import type { RequestOptions } from "../../options/request-options.js";
import type { Secret } from "../../secret.js";
import type { TokenAccess } from "../issue/token-access.js";
import type { TokenOperations } from "../operations.js";

/**
 * A write that a workflow is about to make.
 *
 * @example
 * ```ts
 * import type { Step } from "@safetyculture-tokens/sdk";
 *
 * const journal: Step[] = [];
 * const onStep = (step: Step) => void journal.push(step);
 * ```
 */
export interface Step {
  /** What is about to be done. */
  readonly step: "create" | "update" | "rename" | "revoke" | "regenerate" | "delete";
  /** The token, or nothing for one that is about to be made. */
  readonly tokenId: string | undefined;
  /** Its name. */
  readonly name: string;
}

/**
 * Options of a workflow of calls. The limits are those of each call, not of the whole.
 *
 * @example
 * ```ts
 * import { SafetyCultureClient, type WorkflowOptions } from "@safetyculture-tokens/sdk";
 *
 * const options: WorkflowOptions = { onStep: ({ step, name }) => console.log(step, name) };
 * await new SafetyCultureClient().serviceUserTokens.pause("6f1c2f7e-6a0c-4d0e-9b7e-3f1d2c4b5a69", options);
 * ```
 */
export interface WorkflowOptions extends RequestOptions {
  /**
   * Told of each write before it is made, for a journal. What it throws ends the workflow before that write; running the
   * workflow again goes on from there. Never called between the issue of a secret and its delivery.
   */
  readonly onStep?: ((step: Step) => void | Promise<void>) | undefined;
}

/** What workflows stand on: the operations, and who calls them at what time. */
export interface WorkflowContext {
  readonly operations: TokenOperations;
  /** The calls that issuing a secret is made of. */
  readonly access: TokenAccess;
  /** The owner of the calling credential. */
  readonly caller: (options: RequestOptions) => Promise<Caller>;
  /** The owner of another credential. */
  readonly ownerOf: (secret: Secret, options: RequestOptions) => Promise<Caller>;
  /** The API's time by the latest response, in milliseconds since 1970. */
  readonly now: () => number;
  /** Waits so many milliseconds, less when the caller aborts. */
  readonly sleep: (ms: number, options: RequestOptions) => Promise<void>;
  /** Runs one thing at a time for each name. */
  readonly inTurn: <T>(name: string, run: () => Promise<T>) => Promise<T>;
}

/** Splits the options of a workflow into those of its calls and the announcement of its steps. */
export function workflowOptions({ onStep, ...limits }: WorkflowOptions): {
  limits: RequestOptions;
  onStep: (step: Step["step"], name: string, tokenId?: string) => Promise<void>;
} {
  return {
    limits,
    onStep: async (step, name, tokenId) => {
      await onStep?.({ step, tokenId, name });
    },
  };
}
