import { readdirSync, readFileSync } from "node:fs";

const SAMPLE_MS = 25;

/** The most that a process and its children took, in megabytes. */
export interface Peaks {
  readonly own: number;
  /** The largest of its children. */
  readonly child: number;
}

/** Watches a process and its children while they run, by what Linux says of them; the function gives their peaks. */
export function watchMemory(pid: number | undefined): () => Peaks {
  let own = 0;
  let child = 0;
  const timer = setInterval(() => {
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const status = statusOf(name);
      if (Number(name) === pid) own = Math.max(own, peakIn(status));
      else if (status.includes(`\nPPid:\t${pid}\n`)) child = Math.max(child, peakIn(status));
    }
  }, SAMPLE_MS);
  return () => {
    clearInterval(timer);
    return { own, child };
  };
}

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    // It has ended since.
    return "";
  }
}

const peakIn = (status: string): number => Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1e3;
