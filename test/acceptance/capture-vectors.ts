import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { providerServices } from "../../provider/src/provider-services.js";
import { serveReattachable } from "../../provider/src/transport/reattach.js";
import { decodeJson, decodeMsgpack } from "../../provider/src/wire/index.js";
import { recordingServer, VECTOR_CONFIG, VECTOR_TYPE, type Vector } from "../provider/fixtures/vectors.js";
import { Workspace } from "./terraform.js";

// Writes test/provider/wire/captured.json again: `npm run build && npx tsx test/acceptance/capture-vectors.ts`.

const FILE = fileURLToPath(new URL("../provider/wire/captured.json", import.meta.url));
const vectors = new Map<string, Vector>();

const labelOf = (value: unknown): string => String((value as { label?: unknown } | null)?.label ?? "");

const server = recordingServer((rpc, { msgpack, json }) => {
  if (msgpack && msgpack.length > 1) {
    const hex = msgpack.toString("hex");
    vectors.set(`${rpc} ${hex}`, { label: labelOf(decodeMsgpack(msgpack, VECTOR_TYPE)), rpc, msgpack: hex });
  } else if (json && json.length > 0) {
    const text = json.toString("utf8");
    vectors.set(`${rpc} ${text}`, { label: labelOf(decodeJson(text, VECTOR_TYPE)), rpc, json: text });
  }
});
const provider = await serveReattachable({ protocolVersion: 6, load: async () => providerServices(server) });
const workspace = Workspace.empty({
  TF_REATTACH_PROVIDERS: provider.reattachConfig("registry.terraform.io/example/vectors"),
});
try {
  workspace.configure(VECTOR_CONFIG);
  for (const command of [["init"], ["apply", "-auto-approve"], ["plan"]]) {
    const { exitCode, output } = await workspace.run(...command);
    if (exitCode !== 0) throw new Error(output);
  }
} finally {
  workspace.remove();
  await provider.close();
}
const sorted = [...vectors].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, vector]) => vector);
writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
process.stdout.write(`${sorted.length} values written to ${FILE}\n`);
