import { expect } from "vitest";
import { fieldsOf } from "../support/api.js";
import { startServer } from "../support/server.js";
import type { Proofs } from "./proofs.js";

const tokens = "/identity/v1/service_user_tokens";

/** Rules that follow what the public API is seen to do. */
export const convention = {
  ids: async () => {
    const { admin } = await startServer();
    const { service_user_token } = await admin.create({ name: "ids" });
    expect(service_user_token.id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(service_user_token.service_user_id).toMatch(/^user_[0-9a-f]{32}$/);
    expect(service_user_token.organisation_id).toMatch(/^role_[0-9a-f]{32}$/);
  },

  "always-200": async () => {
    const { admin } = await startServer();
    const created = await admin.send<{ service_user_token: { id: string } }>("POST", tokens, { name: "one" });
    expect(created.status).toBe(200);
    await admin.revoke(created.body.service_user_token.id);
    const deleted = await admin.send("DELETE", `${tokens}/${created.body.service_user_token.id}`);
    expect([deleted.status, deleted.body]).toEqual([200, {}]);
  },

  errors: async () => {
    const { admin } = await startServer();
    const { body } = await admin.send("POST", tokens, { name: "", permissions: [] });
    expect(body).toEqual({
      code: 3,
      message: "name: value must have a length of at least 1",
      details: [
        {
          "@type": "type.googleapis.com/google.rpc.ErrorInfo",
          reason: "INVALID_REQUEST",
          domain: "api.safetyculture.com",
        },
        {
          "@type": "type.googleapis.com/google.rpc.BadRequest",
          field_violations: [
            { field: "name", description: "value must have a length of at least 1" },
            { field: "permissions", description: "value must have at least 1 items" },
          ],
        },
      ],
    });
  },

  "name-length": async () => {
    const { admin } = await startServer();
    const emoji = "🎉".repeat(130);
    expect((await admin.create({ name: emoji })).service_user_token.name).toBe(emoji);
    for (const name of ["", "x".repeat(131), "a\nb", "a\u0085b", 7, null]) {
      const refused = await admin.send("POST", tokens, { name });
      expect([refused.status, fieldsOf(refused)]).toEqual([400, ["name"]]);
    }
  },

  "user-token-expiry": async () => {
    const { server, admin } = await startServer();
    const { secret } = await admin.createUserToken("own");
    server.clock.advance({ days: 29, hours: 23, minutes: 59, seconds: 59 });
    expect(await admin.as(secret).status()).toBe(200);
    server.clock.advance({ days: 30 });
    expect(await admin.as(secret).status()).toBe(401);
  },
} satisfies Proofs;
