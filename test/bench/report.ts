/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("there is no median of nothing");
  return middle;
}

/** Prints one figure with what it should hold, if anything. */
export function report(what: string, ratio: number, hold: string): void {
  console.log(`${what}: ${ratio.toFixed(2)}x${hold === "" ? "" : ` (${hold})`}`);
}
