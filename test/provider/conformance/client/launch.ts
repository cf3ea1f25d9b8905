import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { type ClientIdentity, createClientIdentity } from "./certificate.js";
import { PluginConnection, type TlsOptions } from "./connection.js";

const COOKIE = {
  TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
};

export interface LaunchOptions {
  /** Further variables for the plugin; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly tls?: boolean;
}

/** A plugin process, started as Terraform starts it. */
export class LaunchedPlugin {
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;

  private constructor(
    readonly process: ChildProcess,
    /** The first line on standard output. */
    readonly line: string,
    readonly identity: ClientIdentity,
    exited: LaunchedPlugin["exited"],
    readonly stderrChunks: readonly Buffer[],
  ) {
    this.exited = exited;
  }

  /** Starts a plugin and reads its handshake; the line is empty when it ended without one. */
  static async start(
    command: readonly [string, ...string[]],
    options: LaunchOptions = {},
  ): Promise<LaunchedPlugin> {
    const identity = createClientIdentity();
    const child = spawn(command[0], command.slice(1), {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        ...COOKIE,
        PLUGIN_PROTOCOL_VERSIONS: "5,6",
        PLUGIN_MIN_PORT: "10000",
        PLUGIN_MAX_PORT: "25000",
        ...(options.tls === false ? {} : { PLUGIN_CLIENT_CERT: identity.certificate }),
        ...options.env,
      },
    });
    const exited: LaunchedPlugin["exited"] = new Promise((resolve) => {
      child.once("close", (code, signal) => resolve({ code, signal }));
    });
    const stderr: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    const lines = createInterface({ input: child.stdout });
    const line = await Promise.race([
      new Promise<string>((resolve) => lines.once("line", resolve)),
      exited.then(() => ""),
    ]);
    return new LaunchedPlugin(child, line, identity, exited, stderr);
  }

  /** The fields of the handshake line. */
  get fields(): readonly string[] {
    return this.line.split("|");
  }

  get address(): string {
    return this.fields[3] ?? "";
  }

  /** What the plugin has written to standard error so far. */
  get stderr(): string {
    return Buffer.concat(this.stderrChunks).toString();
  }

  /** Resolves as soon as a text stands on standard error. */
  stderrSays(text: string): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!this.stderr.includes(text)) return;
        this.process.stderr?.off("data", look);
        resolve();
      };
      this.process.stderr?.on("data", look);
      look();
    });
  }

  /** The certificate that the plugin announced, PEM. */
  get serverCertificate(): string {
    // The handshake leaves out the padding of the base64 text.
    const text = Buffer.from(this.fields[5] ?? "", "base64").toString("base64");
    const lines = text.match(/.{1,64}/g) ?? [];
    return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
  }

  /** Connects as the launcher, or with other certificates. */
  connect(tls?: Partial<TlsOptions> | "off"): Promise<PluginConnection> {
    return PluginConnection.connect(
      this.address,
      tls === "off"
        ? undefined
        : { identity: this.identity, serverCertificate: this.serverCertificate, ...tls },
    );
  }

  /** Ends the process if it has not ended yet. */
  async kill(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) this.process.kill("SIGKILL");
    await this.exited;
  }
}
