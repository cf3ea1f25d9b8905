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

/** Methods and functions that users call, without an example. */
function undocumented(): string[] {
  const missing: string[] = [];
  for (const file of sources().filter((name) =>
    /client\.ts$|list\.ts$|secret\.ts$|\/resources\//.test(name),
  )) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2023, true);
    const visit = (node: ts.Node): void => {
      if (
        ts.isClassDeclaration(node) &&
        node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)
      ) {
        for (const member of node.members.filter(ts.isMethodDeclaration)) {
          const isPublic = !ts.isPrivateIdentifier(member.name);
          if (isPublic && ts.getJSDocCommentsAndTags(member).length === 0) {
            missing.push(`${relative(root, file)}: ${member.name.getText(source)}`);
          }
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return missing;
}

test("every public method has a doc comment", () => {
  expect(undocumented()).toEqual([]);
});
