import { spawn } from "node:child_process";
import { createIdentity } from "../../../provider/dist/transport/certificate.js";
import { pluginFile } from "../../provider/plugin-file.js";
import { median, report } from "../report.js";

const ROUNDS = 40;

/** Milliseconds from exec to the first byte on standard output, or to the end of a process that prints nothing. */
function firstByte(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "ignore"] });
    const stop = (): void => {
      resolve(Number(process.hrtime.bigint() - started) / 1e6);
      child.kill("SIGTERM");
    };
    child.on("error", reject);
    child.stdout.once("data", stop);
    child.once("exit", stop);
  });
}

/** The plugin's launch, exec to handshake, against `node -e 0`, exec to end, in turn. */
export async function launchRatio(): Promise<void> {
  const { PATH, TMPDIR } = process.env;
  const bare: NodeJS.ProcessEnv = { PATH, ...(TMPDIR ? { TMPDIR } : {}) };
  const launched = {
    ...bare,
    TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
    PLUGIN_PROTOCOL_VERSIONS: "6",
    PLUGIN_CLIENT_CERT: createIdentity(new Date()).certificate,
  };
  const plugin: number[] = [];
  const node: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    node.push(await firstByte("node", ["-e", "0"], bare));
    plugin.push(await firstByte(pluginFile(), [], launched));
  }
  report("exec to handshake, against node -e 0", median(plugin) / median(node), "at most 2.2");
}
