import { launchRatio } from "./provider/launch.js";

/** The provider's figures. */
export async function run(): Promise<void> {
  await launchRatio();
}
