import { SafetycultureProvider, ServiceUserToken } from "@safetyculture-tokens/provider";
import { App, TerraformStack } from "cdktf";

const app = new App();
const stack = new TerraformStack(app, "integrations");

new SafetycultureProvider(stack, "safetyculture");

const powerBi = new ServiceUserToken(stack, "power-bi", {
  name: "power-bi",
  inactivityExpiryDays: 60,
  permissions: ["inspections.view", "inspections.export"],
});
powerBi.outputSecret("power_bi_token");

app.synth();
