import type { Placed } from "./plugin.js";

/** What a machine must have to run what was put there, for people. */
export function whatItNeeds({ executable, node }: Placed): string {
  const sentences = [
    ...(executable.length > 0 ? [`${executable.join(", ")}: an executable that needs nothing else.`] : []),
    ...(node.length > 0 ? [`${node.join(", ")}: needs Node.js 20.19 or newer on PATH.`] : []),
  ];
  return sentences.join(" ");
}
