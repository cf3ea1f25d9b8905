import { startRatios } from "./mock/start.js";
import { throughputRatios } from "./mock/throughput.js";

/** The mock server's figures. */
export async function run(): Promise<void> {
  await startRatios();
  await throughputRatios();
}
