import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../sdk", import.meta.url));
const directory = fileURLToPath(new URL(".", import.meta.url));

/** Every file of the SDK's source that was written by hand. */
function sources(): string[] {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes("generated"))
    .map((file) => join(root, "src", file));
}

/** The TypeScript blocks of doc comments and of Markdown, by the place where they stand. */
function examples(): Map<string, string> {
  const blocks = new Map<string, string>();
  for (const file of [...sources(), join(root, "README.md")]) {
    const text = readFileSync(file, "utf8");
    const plain = file.endsWith(".ts") ? text.replace(/^ *\* ?/gm, "") : text;
    for (const { 1: code = "", index } of plain.matchAll(/^```ts\n([\s\S]*?)^```$/gm)) {
      const line = plain.slice(0, index).split("\n").length + 1;
      blocks.set(`${relative(root, file)}:${line}`, code);
    }
  }
  return blocks;
}

/** What the compiler says of the blocks, each as a module of its own beside this test. */
function compile(blocks: Map<string, string>): string[] {
  const config = ts.readConfigFile(join(directory, "../tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, join(directory, ".."));
  const files = new Map(
    [...blocks].map(([place, code], i) => [join(directory, `example-${i}.ts`), { place, code }]),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name)?.code ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const code = files.get(name)?.code;
    // Reading a file that has no import makes no module of it, and top-level await needs one.
    return code === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, `${code}\nexport {};\n`, ts.ScriptTarget.ES2023);
  };
  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false }, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line;
    return `${files.get(file?.fileName ?? "")?.place} (+${line}): ${message}`;
  });
}

test("every example in the documentation compiles", () => {
  const blocks = examples();
  expect(blocks.size).toBeGreaterThan(30);
  expect(compile(blocks)).toEqual([]);
});

/** What the package exports, and its public methods, without an example in the doc comment. */
function withoutExample(): string[] {
  const entry = join(root, "src/index.ts");
  const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram([entry], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  expect(exported.length).toBeGreaterThan(80);
  const missing: string[] = [];
  for (const alias of exported) {
    const symbol = alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias;
    const has = (documented: ts.Symbol) =>
      documented.getJsDocTags(checker).some((tag) => tag.name === "example");
    if (!has(symbol)) missing.push(symbol.name);
    if (!/^(ServiceUserToken|UserTokens|Users|Permissions|ActivityLog)/.test(symbol.name)) continue;
    for (const member of symbol.members?.values() ?? []) {
      if (member.flags & ts.SymbolFlags.Method && !member.name.startsWith("#") && !has(member)) {
        missing.push(`${symbol.name}.${member.name}`);
      }
    }
  }
  return missing;
}

test("whatever the package exports has an example", () => {
  expect(withoutExample()).toEqual([]);
});
