import { operations } from "../contract/generated/contract.js";
import type { OperationId } from "../contract/types.js";
import type { Fault as ControlFault } from "../control/types.js";
import { type FieldViolation, invalidRequest } from "../errors.js";
import { closest } from "../text/closest.js";

/**
 * Something that goes wrong, for calls of one operation:
 *
 * ```ts
 * { operation: "ServiceUserTokensService_CreateServiceUserToken", kind: "drop", when: "after_commit", times: 1 }
 * ```
 */
export type Fault = ControlFault & { readonly operation: OperationId };

/** The fault of one kind. */
export type FaultOf<Kind extends Fault["kind"]> = Extract<Fault, { kind: Kind }>;

/** Faults that take the place of the answer; a call meets one at most. */
export type EndingFault = FaultOf<"status" | "rate_limited" | "drop" | "reset" | "truncated_body">;

/** Whether the fault takes the place of the answer. */
export function isEnding(fault: Fault): fault is EndingFault {
  return ["status", "rate_limited", "drop", "reset", "truncated_body"].includes(fault.kind);
}

const operationIds = operations.map(({ id }) => id);

/** Operations whose answer is a list in pages. */
const lists: readonly OperationId[] = [
  "ServiceUserTokensService_ListServiceUserTokens",
  "UserTokensService_ListUserTokens",
  "UsersService_ListUsers",
  "ActivityLogService_ListActivities",
];

/** Whether the name is that of an operation. */
export function isOperationId(name: string): name is OperationId {
  return operationIds.some((id) => id === name);
}

/** Throws 400, with the operation that may have been meant, for a name that is none. */
export function checkOperationId(name: string, field: string): OperationId {
  if (isOperationId(name)) return name;
  throw invalidRequest([{ field, description: unknownOperation(name) }]);
}

/** Throws 400 unless every fault is addressed to an operation, and to one in which it can happen. */
export function checkFaults(faults: readonly ControlFault[]): Fault[] {
  const violations: FieldViolation[] = [];
  const checked: Fault[] = [];
  for (const [index, fault] of faults.entries()) {
    const { operation } = fault;
    if (!isOperationId(operation)) {
      violations.push({ field: `faults[${index}].operation`, description: unknownOperation(operation) });
    } else if ((fault.kind === "stale_list" || fault.kind === "shifted_page") && !lists.includes(operation)) {
      const description = `${fault.kind} is for lists: ${lists.join(", ")}`;
      violations.push({ field: `faults[${index}].kind`, description });
    } else {
      checked.push({ ...fault, operation });
    }
  }
  if (violations.length > 0) throw invalidRequest(violations);
  return checked;
}

function unknownOperation(name: string): string {
  const near = closest(name, operationIds) ?? operationIds.find((id) => id.endsWith(`_${name}`));
  return `"${name}" is not an operation${near === undefined ? "" : `; did you mean "${near}"?`}`;
}
