import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { LaunchedPlugin } from "../provider/conformance/client/launch.js";
import { pluginFile } from "../provider/plugin-file.js";
import { median, report } from "./report.js";

const ROUNDS = 15;
const STAGES = ["line", "TLS", "schema", "exit"] as const;

type Stage = (typeof STAGES)[number];

/** Something that Terraform can launch. */
interface Contender {
  readonly name: string;
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The plugin file under each Node.js, the executable if it is compiled, and a provider in Go if one is named. */
function contenders(): readonly Contender[] {
  const { GO_PROVIDER: go, NODES: named = process.execPath, PATH = "" } = process.env;
  const executable = fileURLToPath(
    new URL(`../../provider/dist/executables/${process.platform}_${architecture()}`, import.meta.url),
  );
  return [
    ...named.split(delimiter).map((node) => ({
      name: `Node file on ${node}`,
      file: pluginFile(),
      env: { PATH: `${dirname(node)}${delimiter}${PATH}` },
    })),
    ...(existsSync(executable) ? [{ name: "executable", file: executable, env: {} }] : []),
    ...(go === undefined ? [] : [{ name: "Go provider", file: go, env: {} }]),
  ];
}

const architecture = (): string => (process.arch === "x64" ? "amd64" : process.arch);

/** Milliseconds from exec to each stage. */
async function launch({ file, env }: Contender): Promise<Record<Stage, number>> {
  const started = performance.now();
  const since = (): number => performance.now() - started;
  const plugin = await LaunchedPlugin.start([file], { env });
  try {
    const line = since();
    const connection = await plugin.connect();
    const TLS = since();
    const [, protocol] = plugin.fields;
    const method = protocol === "5" ? "GetSchema" : "GetProviderSchema";
    await connection.call(`/tfplugin${protocol}.Provider/${method}`, new Uint8Array());
    const schema = since();
    await connection.call("/plugin.GRPCController/Shutdown", new Uint8Array()).catch(() => undefined);
    await plugin.exited;
    return { line, TLS, schema, exit: since() };
  } finally {
    await plugin.kill();
  }
}

/** The launch of each form of the plugin up to each stage, against `node -e 0` and a provider in Go, in turn. */
export async function run(): Promise<void> {
  const all = contenders();
  const times = new Map(all.map((contender) => [contender, [] as Record<Stage, number>[]]));
  const bare: number[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const started = performance.now();
    await promisify(execFile)(process.execPath, ["-e", "0"]);
    // The first round warms the file cache.
    if (round >= 0) bare.push(performance.now() - started);
    for (const contender of all) {
      const time = await launch(contender);
      if (round >= 0) times.get(contender)?.push(time);
    }
  }
  const typical = (contender: Contender, stage: Stage): number =>
    median((times.get(contender) ?? []).map((time) => time[stage]));
  const go = all.find(({ name }) => name === "Go provider");
  for (const contender of all) {
    for (const stage of STAGES) {
      report(
        `${contender.name}: exec to ${stage}, against node -e 0`,
        typical(contender, stage) / median(bare),
        "",
      );
      if (go === undefined || contender === go) continue;
      const hold = contender.name === "executable" && stage === "schema" ? "at most 1" : "";
      report(
        `${contender.name}: exec to ${stage}, against Go`,
        typical(contender, stage) / typical(go, stage),
        hold,
      );
    }
  }
}
