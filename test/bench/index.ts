// npm run bench [-- NAME ...]: every figure is a ratio of two things measured in turn in this one run.

const benchmarks: Readonly<Record<string, () => Promise<{ run(): Promise<void> }>>> = {
  mock: () => import("./mock.js"),
  peer: () => import("./peer.js"),
  provider: () => import("./provider.js"),
  scale: () => import("./scale.js"),
  sdk: () => import("./sdk.js"),
  start: () => import("./start.js"),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(benchmarks, name));
if (unknown !== undefined) {
  console.error(`There is no benchmark ${unknown}; there are ${Object.keys(benchmarks).join(", ")}.`);
  process.exit(1);
}
for (const [name, load] of Object.entries(benchmarks)) {
  // These take minutes, so they run only when they are asked for by name.
  if (wanted.length > 0 ? !wanted.includes(name) : name === "scale" || name === "peer") continue;
  console.log(`\n# ${name}`);
  await (await load()).run();
}
