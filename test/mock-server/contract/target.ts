import { startMockServer } from "@safetyculture-tokens/mock-server";
import { Api } from "../support/api.js";

/** The server that the contract tests are about. */
export interface Target extends AsyncDisposable {
  readonly admin: Api;
}

/**
 * The server at `CONTRACT_URL`, with an administrator's credential in `CONTRACT_TOKEN`; without them a mock of its own.
 *
 * In the end it deletes what the tests made, which is every token whose name begins with {@link prefix}.
 */
export async function openTarget(): Promise<Target> {
  const url = process.env["CONTRACT_URL"];
  const secret = process.env["CONTRACT_TOKEN"];
  if (url !== undefined && secret !== undefined) {
    const admin = new Api(url.replace(/\/$/, ""), secret);
    return { admin, [Symbol.asyncDispose]: () => clean(admin) };
  }
  if (url !== undefined || secret !== undefined) {
    throw new Error("CONTRACT_URL and CONTRACT_TOKEN are needed together");
  }
  const server = await startMockServer();
  return { admin: new Api(server.url, server.apiToken), [Symbol.asyncDispose]: () => server.close() };
}

/** How the names of all tokens begin that these tests make. */
export const prefix = "contract-test";

async function clean(admin: Api): Promise<void> {
  let token = "";
  do {
    const page = await admin.list(`?page_size=100&page_token=${token}`);
    for (const { id, name, status } of page.service_user_tokens) {
      if (!name.startsWith(prefix)) continue;
      if (status !== "SERVICE_USER_TOKEN_STATUS_REVOKED") await admin.revoke(id);
      await admin.delete(id);
    }
    token = page.next_page_token;
  } while (token !== "");
}
