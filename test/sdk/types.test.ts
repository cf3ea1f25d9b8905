import type {
  Caller,
  ClientOptions,
  CreateServiceUserTokenRequest,
  ErrorCode,
  IssuedToken,
  List,
  Listing,
  OutcomeUnknownError,
  Quota,
  Reconciliation,
  ResumedToken,
  Rotation,
  SafetyCultureClient,
  SafetyCultureError,
  ServiceUserToken,
  TemporaryToken,
  UserToken,
} from "@safetyculture-tokens/sdk";
import { NotFoundError, Secret } from "@safetyculture-tokens/sdk";
import type { components, operations } from "@safetyculture-tokens/sdk/contract";
import { expectTypeOf, test } from "vitest";

// These hold when `tsc -p test` passes; running them only shows that they are there.
type Tokens = SafetyCultureClient["serviceUserTokens"];

test("tokens are the contract's own", () => {
  expectTypeOf<ServiceUserToken>().toEqualTypeOf<components["schemas"]["ServiceUserToken"]>();
  expectTypeOf<UserToken>().toEqualTypeOf<components["schemas"]["UserToken"]>();
  expectTypeOf<ServiceUserToken["inactivity_expiry_days"]>().toEqualTypeOf<31 | 45 | 60 | 180>();
  expectTypeOf<ServiceUserToken["last_used_at"]>().toEqualTypeOf<string | null>();
  expectTypeOf<Caller>().toEqualTypeOf<components["schemas"]["WhoAmIResponse"]>();
});

test("what has a default may be left out of a request, and nothing else may be added", () => {
  expectTypeOf<{ name: string }>().toExtend<CreateServiceUserTokenRequest>();
  expectTypeOf<{ name: string; permissions: string[] }>().toExtend<CreateServiceUserTokenRequest>();
  expectTypeOf<{ permissions: string[] }>().not.toExtend<CreateServiceUserTokenRequest>();
  expectTypeOf<{ name: string; inactivity_expiry_days: 30 }>().not.toExtend<CreateServiceUserTokenRequest>();
  expectTypeOf<Parameters<Tokens["create"]>[0]>().toEqualTypeOf<CreateServiceUserTokenRequest>();
});

test("secrets are never plain strings", () => {
  expectTypeOf<Tokens["create"]>().returns.resolves.toEqualTypeOf<IssuedToken<ServiceUserToken>>();
  expectTypeOf<Tokens["regenerate"]>().returns.resolves.toEqualTypeOf<IssuedToken<ServiceUserToken>>();
  expectTypeOf<IssuedToken<ServiceUserToken>["secret"]>().toEqualTypeOf<Secret>();
  expectTypeOf<SafetyCultureClient["userTokens"]["create"]>().returns.resolves.toEqualTypeOf<
    IssuedToken<UserToken>
  >();
  expectTypeOf<SafetyCultureClient["apiToken"]>().toEqualTypeOf<Secret>();
  expectTypeOf<Secret>().not.toExtend<string>();
  expectTypeOf(new Secret("x").reveal()).toEqualTypeOf<string>();
});

test("operations response what they say", () => {
  expectTypeOf<Tokens["get"]>().returns.resolves.toEqualTypeOf<ServiceUserToken>();
  expectTypeOf<Tokens["update"]>().returns.resolves.toEqualTypeOf<ServiceUserToken>();
  expectTypeOf<Tokens["revoke"]>().returns.resolves.toEqualTypeOf<ServiceUserToken>();
  expectTypeOf<Tokens["delete"]>().returns.resolves.toEqualTypeOf<void>();
  expectTypeOf<Tokens["quota"]>().returns.resolves.toEqualTypeOf<Quota>();
});

test("lists give items, pages and the whole, with the counts of the first page", () => {
  type Page =
    operations["ServiceUserTokensService_ListServiceUserTokens"]["responses"][200]["content"]["application/json"];
  expectTypeOf<Tokens["list"]>().returns.toExtend<AsyncIterable<ServiceUserToken>>();
  expectTypeOf<ReturnType<Tokens["list"]>>().toExtend<List<ServiceUserToken, Page>>();
  type All = Awaited<ReturnType<ReturnType<Tokens["list"]>["all"]>>;
  expectTypeOf<All>().toExtend<Listing<ServiceUserToken, Page>>();
  expectTypeOf<All["complete"]>().toEqualTypeOf<boolean>();
  expectTypeOf<All["firstPage"]["active_limit"]>().toEqualTypeOf<number>();
});

test("an outcome has a secret only when there is one", () => {
  type TakenOver = Extract<Reconciliation<ServiceUserToken>, { outcome: "taken_over" }>;
  type NotFound = Extract<Reconciliation<ServiceUserToken>, { outcome: "not_found" }>;
  expectTypeOf<TakenOver["secret"]>().toEqualTypeOf<Secret>();
  expectTypeOf<NotFound>().not.toHaveProperty("secret");
  expectTypeOf<OutcomeUnknownError<ServiceUserToken>["reconcile"]>().returns.resolves.toEqualTypeOf<
    Reconciliation<ServiceUserToken>
  >();
  expectTypeOf<ResumedToken["secret"]>().toEqualTypeOf<Secret | null>();
  expectTypeOf<Rotation["secret"]>().toEqualTypeOf<Secret>();
});

test("clients and temporary tokens can be disposed of", () => {
  expectTypeOf<SafetyCultureClient>().toExtend<AsyncDisposable>();
  expectTypeOf<TemporaryToken>().toExtend<AsyncDisposable>();
});

test("errors have codes of one union, and classes narrow to theirs", () => {
  expectTypeOf<SafetyCultureError["code"]>().toEqualTypeOf<ErrorCode>();
  const error: unknown = undefined;
  if (error instanceof NotFoundError) {
    expectTypeOf<typeof error.code>().toEqualTypeOf<"NOT_FOUND">();
    expectTypeOf(error.status).toEqualTypeOf<number>();
  }
});

test("every option may be left out or undefined", () => {
  expectTypeOf<Record<string, never>>().toExtend<ClientOptions>();
  expectTypeOf<{ apiToken: string | undefined; timeoutMs: number | undefined }>().toExtend<ClientOptions>();
  expectTypeOf<{ timeoutMs: string }>().not.toExtend<ClientOptions>();
});

test("rotate needs a strategy", () => {
  expectTypeOf<Parameters<Tokens["rotate"]>[1]["strategy"]>().toEqualTypeOf<"in_place" | "overlap">();
});
