import { operations } from "../contract/generated/operations.js";
import type { OperationId } from "../contract/types.js";
import { UnexpectedResponseError } from "../errors/unexpected-response-error.js";

/** The error of a list whose pages lead back to one that was read already, or never end. */
export function endlessList(id: OperationId): (pages: number) => UnexpectedResponseError {
  const { summary, operationId, method, path } = operations[id];
  return (pages) =>
    new UnexpectedResponseError(
      { summary, operationId, method, path, attempts: pages, requestId: "none", mayHaveHappened: false },
      200,
      "next_page_token",
      `does not come to an end after ${pages} pages`,
    );
}
