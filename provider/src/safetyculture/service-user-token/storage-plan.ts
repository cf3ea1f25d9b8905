import { at, isUnknown, type PlanContext, unknown } from "../../framework/index.js";
import type { ProviderClient } from "../provider-client.js";
import type { serviceUserTokenSchema, TokenPlan, TokenState } from "./schema.js";

type Context = PlanContext<typeof serviceUserTokenSchema.attributes, ProviderClient>;
type Planned = Pick<TokenPlan, "secret" | "sealed_secrets">;

/** Where a new secret will rest. */
export function planNewSecret({ secret_storage: storage }: TokenPlan): Planned {
  return {
    secret: isUnknown(storage) || storage === "state" ? unknown : null,
    sealed_secrets: isUnknown(storage) || storage === "sealed" ? unknown : null,
  };
}

/** What becomes of the present secret when its storage changes and none is issued. */
export function planPresentSecret({ plan, diagnostics }: Context, prior: TokenState): Planned {
  const { secret_storage: storage, sealed_to: recipients } = plan;
  if (isUnknown(storage) || isUnknown(recipients)) return { secret: unknown, sealed_secrets: unknown };
  const isMoved = storage !== (prior.secret_storage ?? "state");
  const say = (consequence: string): void =>
    diagnostics.warning("The storage of the secret changes", consequence, at("secret_storage"));
  if (storage === "state") {
    if (isMoved) {
      say(
        "Terraform cannot read the present secret back, so `secret` stays null until a new one is issued. The present one " +
          "goes on working.",
      );
    }
    return { secret: prior.secret, sealed_secrets: null };
  }
  if (isMoved && prior.secret !== null) {
    say(
      "The present secret is taken out of the state, and goes on working. Earlier versions of the state, its backups and " +
        "plan files still hold it: rotate it if they are not kept as safe as the secret has to be.",
    );
  }
  if (storage === "none") {
    if (isMoved && prior.sealed_secrets !== null)
      say("The sealed copies of the present secret are taken out of the state.");
    return { secret: null, sealed_secrets: null };
  }
  if (prior.secret !== null) return { secret: null, sealed_secrets: unknown };
  if (isMoved) {
    say("Terraform does not have the present secret, so nothing can be sealed until a new one is issued.");
    return { secret: null, sealed_secrets: null };
  }
  return { secret: null, sealed_secrets: planRecipients({ plan, diagnostics }, prior) };
}

/** Terraform cannot open what is sealed: a recipient that leaves is taken out, and one that is new has to wait. */
function planRecipients(
  { plan, diagnostics }: Pick<Context, "plan" | "diagnostics">,
  prior: TokenState,
): TokenPlan["sealed_secrets"] {
  const { sealed_to: recipients } = plan;
  if (prior.sealed_secrets === null || recipients === null || isUnknown(recipients))
    return prior.sealed_secrets;
  const stays = (name: string): boolean => {
    const key = recipients.get(name);
    return key !== undefined && key === prior.sealed_to?.get(name);
  };
  const kept = [...prior.sealed_secrets].filter(([name]) => stays(name));
  const waiting = [...recipients.keys()].filter((name) => !stays(name));
  if (waiting.length > 0) {
    diagnostics.warning(
      "Recipients wait for the next secret",
      `Terraform cannot open the sealed secret, so it is not sealed to ${waiting.join(", ")} before a new one is issued. ` +
        "Rotate the token to have it now.",
      at("sealed_to"),
    );
  }
  return new Map(kept);
}
