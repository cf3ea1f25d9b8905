import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SafetyCultureClient } from "@safetyculture-tokens/sdk";
import { type CryptoKey, compactDecrypt } from "jose";
import type { Workspace } from "../acceptance/terraform.js";

interface Attributes {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly secret: string | null;
  readonly secret_storage: string;
  readonly secret_version: number;
  readonly sealed_secrets: Readonly<Record<string, string>> | null;
  readonly previous: { readonly id: string } | null;
}

/** What is wrong after a round; empty when nothing is. */
export interface Verdict {
  readonly violations: readonly string[];
  /** Secrets that no sink has: a hand-over that was lost, which the next rotation makes good. */
  readonly lostHandOvers: readonly string[];
}

/** Holds the server's truth against the state. */
export async function judge(
  workspace: Workspace,
  api: SafetyCultureClient,
  privateKey: CryptoKey,
): Promise<Verdict> {
  const violations: string[] = [];
  const lostHandOvers: string[] = [];
  const tokens = managed(workspace.state());
  const owners = new Map<string, number>();
  for (const { id, previous } of tokens) {
    for (const owned of [id, ...(previous === null ? [] : [previous.id])]) {
      owners.set(owned, (owners.get(owned) ?? 0) + 1);
    }
  }
  for (const { id, name, status } of (await api.serviceUserTokens.list().all()).items) {
    const count = owners.get(id) ?? 0;
    if (status.endsWith("_ACTIVE") && count !== 1) violations.push(`${name} (${id}) has ${count} owners`);
  }
  for (const token of tokens.filter(({ status }) => status === "active")) {
    const secret = await secretOf(token, workspace, privateKey);
    if (secret === "") lostHandOvers.push(token.name);
    else if (secret === undefined) violations.push(`${token.name} (${token.id}) has no secret`);
    else if (!(await works(api, secret)))
      violations.push(`the secret of ${token.name} (${token.id}) is dead`);
  }
  const kept = tokens.filter(({ secret }) => secret !== null);
  for (const { name, secret_storage: storage } of kept) {
    if (storage !== "state") violations.push(`${name} has a secret in the state`);
  }
  const shown = workspace.state().match(/scapi_[\w-]{20,}/g) ?? [];
  if (shown.length !== kept.length)
    violations.push(`the state shows ${shown.length} secrets, not ${kept.length}`);
  return { violations, lostHandOvers };
}

function managed(state: string): Attributes[] {
  if (state === "") return [];
  const { resources } = JSON.parse(state) as {
    resources: { type: string; instances: { attributes: Attributes }[] }[];
  };
  return resources
    .filter(({ type }) => type === "safetyculture_service_user_token")
    .flatMap(({ instances }) => instances.map(({ attributes }) => attributes));
}

/** The secret from where it is stored; empty when it was handed over and never arrived. */
async function secretOf(
  token: Attributes,
  workspace: Workspace,
  privateKey: CryptoKey,
): Promise<string | undefined> {
  if (token.secret_storage === "state") return token.secret ?? undefined;
  if (token.secret_storage === "sealed") {
    const sealed = token.sealed_secrets?.["torture"];
    if (sealed === undefined) return undefined;
    return new TextDecoder().decode((await compactDecrypt(sealed, privateKey)).plaintext);
  }
  const file = join(workspace.root, `sink-${token.secret_version}`);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

const works = (api: SafetyCultureClient, secret: string): Promise<boolean> =>
  api
    .withApiToken(secret)
    .users.whoAmI()
    .then(
      () => true,
      () => false,
    );
