import { distance } from "fastest-levenshtein";

/** The candidate that is fewest edits away from the text; none when all are far from it. */
export function closest(text: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(2, Math.ceil(text.length / 3)) + 1;
  for (const candidate of candidates) {
    // The lengths alone often say enough: a request may bring a text of any length.
    if (Math.abs(candidate.length - text.length) >= fewest) continue;
    const edits = distance(candidate, text);
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}
