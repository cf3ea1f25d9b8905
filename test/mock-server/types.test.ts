import type { Fault } from "@safetyculture-tokens/mock-server";
import { expect, test } from "vitest";
import { operations } from "../../mock-server/src/operations/index.js";
import type { Operations } from "../../mock-server/src/operations/operation.js";

test("an operation without a function does not compile", () => {
  const { UsersService_WhoAmI: left, ...others } = operations;
  // @ts-expect-error WhoAmI is missing
  const incomplete: Operations = others;
  expect({ ...incomplete, UsersService_WhoAmI: left }).toEqual(operations);
});

test("an answer that is not the operation's does not compile", () => {
  const wrong: Operations = {
    ...operations,
    // @ts-expect-error the secret is missing
    UserTokensService_CreateUserToken: (request, context) => {
      const { user_token } = operations.UserTokensService_CreateUserToken(request, context);
      return { user_token };
    },
  };
  expect(Object.keys(wrong)).toEqual(Object.keys(operations));
});

test("a fault of an operation that does not exist, or with fields of another kind, does not compile", () => {
  // @ts-expect-error there is no such operation
  const misspelt: Fault = { operation: "UsersService_WhoAmi", kind: "drop" };
  // @ts-expect-error a drop has no status
  const mixed: Fault = { operation: "UsersService_WhoAmI", kind: "drop", status: 500 };
  expect([misspelt.kind, mixed.kind]).toEqual(["drop", "drop"]);
});
