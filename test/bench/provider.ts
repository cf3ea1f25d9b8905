import { launchRatio } from "./provider/launch.js";
import { terraformRatios } from "./provider/terraform.js";

/** The provider's figures. */
export async function run(): Promise<void> {
  await launchRatio();
  await terraformRatios();
}
