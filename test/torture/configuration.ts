import type { Random } from "./random.js";

/** One token of the configuration. */
export interface TokenModel {
  readonly name: string;
  readonly days: number;
  readonly permissions: readonly string[];
  readonly enabled: boolean;
  readonly strategy: "in_place" | "overlap";
  readonly keeper: number;
  readonly afterDays: number | undefined;
  readonly graceHours: number;
  readonly storage: "state" | "sealed" | "none";
}

export type Model = ReadonlyMap<string, TokenModel>;

const LABELS = ["a", "b", "c", "d", "e"] as const;
const PERMISSIONS: readonly [readonly string[], ...(readonly string[])[]] = [
  ["inspections.view"],
  ["inspections.view", "inspections.export"],
  ["inspections.export"],
];

const fresh = (label: string, random: Random): TokenModel => ({
  name: `token ${label}`,
  days: random.pick([31, 45, 60, 180]),
  permissions: random.pick(PERMISSIONS),
  enabled: random.chance(0.9),
  strategy: random.pick(["in_place", "overlap"]),
  keeper: 0,
  afterDays: random.chance(0.3) ? 30 : undefined,
  graceHours: random.pick([1, 24, 72]),
  storage: random.pick(["state", "state", "sealed", "none"]),
});

/** A change of a configuration, as somebody may make one: tokens come and go, and their settings change. */
export function mutate(model: Model, random: Random): Model {
  const next = new Map(model);
  for (const label of LABELS) {
    const token = next.get(label);
    if (token === undefined) {
      if (random.chance(0.5)) next.set(label, fresh(label, random));
    } else if (random.chance(0.15)) next.delete(label);
    else next.set(label, edited(label, token, random));
  }
  return next;
}

function edited(label: string, token: TokenModel, random: Random): TokenModel {
  const isPaused = !token.enabled;
  // A paused token cannot be edited, so it is enabled in the same change.
  if (isPaused) return random.chance(0.6) ? { ...token, enabled: true } : token;
  return {
    ...token,
    name: random.chance(0.1) ? `token ${label} ${random.below(3)}` : token.name,
    days: random.chance(0.2) ? random.pick([31, 45, 60, 180]) : token.days,
    permissions: random.chance(0.2) ? random.pick(PERMISSIONS) : token.permissions,
    keeper: random.chance(0.4) ? token.keeper + 1 : token.keeper,
    graceHours: random.chance(0.2) ? random.pick([1, 24, 72]) : token.graceHours,
    enabled: !random.chance(0.1),
  };
}

const HEADER = `terraform {
  required_providers {
    safetyculture = { source = "safetyculture-tokens/safetyculture" }
  }
}
provider "safetyculture" {
  request_timeout_seconds = 2
}
`;

/** The configuration as HCL. What is kept nowhere goes into a folder of sinks. */
export function toHcl(model: Model, publicJwk: string): string {
  return (
    HEADER +
    [...model]
      .map(([label, token]) => {
        const address = `safetyculture_service_user_token.${label}`;
        return `
resource "safetyculture_service_user_token" "${label}" {
  name                   = "${token.name}"
  inactivity_expiry_days = ${token.days}
  permissions            = ${JSON.stringify(token.permissions)}
  enabled                = ${token.enabled}
  adopt                  = "unused"
  secret_storage         = "${token.storage}"
  ${token.storage === "sealed" ? `sealed_to = { torture = ${JSON.stringify(publicJwk)} }` : ""}
  rotation = {
    keepers     = { k = "${token.keeper}" }
    strategy    = "${token.strategy}"
    grace_hours = ${token.graceHours}
    ${token.afterDays === undefined ? "" : `after_days = ${token.afterDays}`}
  }
}
${token.storage === "none" ? sink(label, address) : ""}`;
      })
      .join("")
  );
}

const sink = (label: string, address: string): string => `
ephemeral "safetyculture_issued_secret" "${label}" {
  token_id       = ${address}.id
  secret_version = ${address}.secret_version
}
resource "terraform_data" "sink_${label}" {
  triggers_replace = ${address}.secret_version
  provisioner "local-exec" {
    command     = "printf %s \\"$SECRET\\" > ../sink-$VERSION"
    environment = {
      SECRET  = ephemeral.safetyculture_issued_secret.${label}.secret
      VERSION = ${address}.secret_version
    }
  }
}
`;
