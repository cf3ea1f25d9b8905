import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const cli = fileURLToPath(new URL("../../../mock-server/dist/cli.js", import.meta.url));

/** What a command that ended has left. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command in a process of its own. */
export class Command {
  readonly process: ChildProcess;
  #stdout = "";
  #stderr = "";

  constructor(args: readonly string[]) {
    this.process = spawn(process.execPath, [cli, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    this.process.stdout?.on("data", (text) => {
      this.#stdout += text;
    });
    this.process.stderr?.on("data", (text) => {
      this.#stderr += text;
    });
    onTestFinished(() => {
      this.process.kill("SIGKILL");
    });
  }

  get stderr(): string {
    return this.#stderr;
  }

  /** What the ready line says. Throws when the command ends before. */
  async ready(): Promise<{
    url: string;
    api_token: string;
    organizations: { id: string; name: string; api_token: string }[];
  }> {
    while (!this.#stdout.includes("\n")) {
      if (this.process.exitCode !== null) throw new Error(`it ended: ${this.#stderr}`);
      const { stdout } = this.process;
      if (stdout === null) throw new Error("it has no stdout");
      await Promise.race([once(stdout, "data"), once(this.process, "exit")]);
    }
    return JSON.parse(this.#stdout);
  }

  /** Sends a signal, when given, and waits for the end. */
  async ended(signal?: NodeJS.Signals): Promise<Ended> {
    const closed = once(this.process, "close");
    if (signal !== undefined) this.process.kill(signal);
    await closed;
    return { code: this.process.exitCode, stdout: this.#stdout, stderr: this.#stderr };
  }
}

/** Runs the command to its end. */
export function run(...args: string[]): Promise<Ended> {
  return new Command(args).ended();
}
