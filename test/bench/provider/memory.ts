import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Workspace } from "../../acceptance/terraform.js";

const PEAK_MEMORY_HOOK = fileURLToPath(new URL("peak-memory.cjs", import.meta.url));
const SAMPLE_MS = 100;

/** The most that any of the plugin's processes took during a plan, in megabytes. */
export async function peakMegabytes(workspace: Workspace): Promise<number> {
  const file = join(workspace.root, "peak-memory");
  const environment = { NODE_OPTIONS: `--require ${PEAK_MEMORY_HOOK}`, PEAK_MEMORY_FILE: file };
  const { exitCode, output } = await workspace.runWith(environment, "plan");
  if (exitCode !== 0) throw new Error(output);
  return Math.max(...readFileSync(file, "utf8").trim().split("\n").map(Number)) / 1e3;
}

/** Watches a process while it runs; the function gives the most that it took, in megabytes. Linux only. */
export function peakOfProcess(pid: number | undefined): () => number {
  let peak = Number.NaN;
  const timer = setInterval(() => {
    try {
      const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
      if (kilobytes !== undefined) peak = Number(kilobytes) / 1e3;
    } catch {
      clearInterval(timer);
    }
  }, SAMPLE_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return peak;
  };
}
