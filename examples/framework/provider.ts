import { readFile, rm, writeFile } from "node:fs/promises";
import {
  at,
  attribute,
  DiagnosticError,
  defineProvider,
  defineResource,
  lengthBetween,
  requiresReplace,
  type State,
} from "@safetyculture-tokens/provider/framework";
import { serveProvider } from "@safetyculture-tokens/provider/serve";

const attributes = {
  path: attribute.string("required", {
    description: "Where the file is. A change makes a new file.",
    planModifiers: [requiresReplace()],
  }),
  content: attribute.string("required", {
    description: "What the file says.",
    validators: [lengthBetween(1, 1_000)],
  }),
  lines: attribute.integer("computed", { description: "How many lines it has." }),
};

type FileState = State<typeof attributes>;

async function write(path: string, content: string): Promise<FileState> {
  try {
    await writeFile(path, content);
  } catch {
    throw new DiagnosticError("File not written", `${path} cannot be written; check its folder.`, at("path"));
  }
  return { path, content, lines: content.split("\n").length };
}

const file = defineResource<typeof attributes, undefined>({
  name: "file",
  schema: { description: "A text file.", attributes },
  create: ({ plan }) => write(String(plan.path), String(plan.content)),
  update: ({ plan }) => write(String(plan.path), String(plan.content)),
  async read({ state }) {
    const content = await readFile(state.path, "utf8").catch(() => undefined);
    return content === undefined ? undefined : { ...state, content, lines: content.split("\n").length };
  },
  delete: ({ state }) => rm(state.path, { force: true }),
});

await serveProvider(
  defineProvider({
    name: "text",
    version: "0.1.0",
    schema: { description: "Text files.", attributes: {} },
    configure: async () => undefined,
    resources: [file],
    dataSources: [],
  }),
);
