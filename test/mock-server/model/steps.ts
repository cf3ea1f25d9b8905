import fc from "fast-check";
import type { Days, State } from "./model.js";

/** One thing that somebody does. Numbers are taken modulo what is there when the step is taken. */
export type Step =
  | {
      readonly kind: "create";
      readonly by: By;
      readonly name: string;
      readonly days?: Days;
      readonly permissions?: string[];
    }
  | {
      readonly kind: "update";
      readonly by: By;
      readonly token: number;
      readonly name?: string;
      readonly days?: Days;
      readonly permissions?: string[];
    }
  | { readonly kind: "get" | "revoke" | "regenerate" | "delete"; readonly by: By; readonly token: number }
  | { readonly kind: "list"; readonly by: By; readonly state?: State }
  | { readonly kind: "whoAmI"; readonly by: By }
  | { readonly kind: "wait"; readonly seconds: number };

/** Who does it: an administrator, or a token with the secret that it got so many issues ago. */
export type By = { readonly administrator: number } | { readonly token: number; readonly issuesAgo: number };

const by: fc.Arbitrary<By> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ administrator: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ token: fc.nat(60), issuesAgo: fc.nat(1) }) },
);
const token = fc.nat(60);
const days = fc.constantFrom<Days[]>(31, 45, 60, 180);
const name = fc.constantFrom("a", "b", "power-bi", "名前", "x".repeat(130));
const permissions = fc.uniqueArray(
  fc.constantFrom(
    "platform_management.organization",
    "platform_management.users",
    "issues.view",
    "actions.view",
  ),
  { minLength: 1 },
);
const day = 86_400;

/** Waiting times around the moments at which something ends. */
const seconds = fc.oneof(
  fc.nat(3),
  fc
    .tuple(fc.constantFrom(1, 30, 31, 45, 60, 180), fc.integer({ min: -1, max: 1 }))
    .map(([n, off]) => n * day + off),
);

/** Steps of several organizations, in any order. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record(
        { kind: fc.constant("create" as const), by, name, days, permissions },
        { requiredKeys: ["kind", "by", "name"] },
      ),
    },
    {
      weight: 3,
      arbitrary: fc
        .record(
          { kind: fc.constant("update" as const), by, token, name, days, permissions },
          { requiredKeys: ["kind", "by", "token"] },
        )
        .filter((step) => "name" in step || "days" in step || "permissions" in step),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constantFrom("get" as const, "revoke" as const, "regenerate" as const, "delete" as const),
        by,
        token,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record(
        {
          kind: fc.constant("list" as const),
          by,
          state: fc.constantFrom<State[]>("ACTIVE", "REVOKED", "EXPIRED"),
        },
        { requiredKeys: ["kind", "by"] },
      ),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("whoAmI" as const), by }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), seconds }) },
  ),
  { minLength: 1, maxLength: 60, size: "max" },
);
