import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";

// Lints the workflows of GitHub, by the parser of GitHub Actions, and the pipeline of GitLab, by a schema; holds both to what the
// repository has: the scripts of package.json, files under .ci, and folders of tests.

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

type Problems = readonly string[];

interface Job {
  readonly name?: string;
  readonly "timeout-minutes"?: number;
  readonly steps?: readonly { readonly uses?: string; readonly run?: string }[];
}

interface GitLabJob {
  readonly stage?: string;
  readonly extends?: string;
}

const read = (file: string): string => readFileSync(file, "utf8");
const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));

const github = readdirSync(".github/workflows")
  .filter((name) => name.endsWith(".yml"))
  .map((name) => `.github/workflows/${name}`);
const problems = [
  ...github.flatMap((file) => lintGitHub(file, read(file))),
  ...lintGitLab(".gitlab-ci.yml", read(".gitlab-ci.yml")),
];
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;

function lintGitHub(name: string, content: string): Problems {
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const errors = context.errors.getErrors().map(({ message }) => message);
  const workflow: { permissions?: unknown; jobs?: Record<string, Job> } = parse(content);
  const jobs = Object.entries(workflow.jobs ?? {});
  return [
    ...errors,
    ...(workflow.permissions === undefined ? [`${name}: permissions must be given`] : []),
    ...jobs.flatMap(([id, job]) => lintJob(`${name}, job ${id}`, job)),
    ...unknownCommands(name, content),
  ];
}

function lintJob(where: string, job: Job): Problems {
  return [
    ...(job.name === undefined ? [`${where}: name must be given: the promise that the job proves`] : []),
    ...(job["timeout-minutes"] === undefined ? [`${where}: timeout-minutes must be given`] : []),
    ...(job.steps ?? [])
      .filter(({ uses }) => uses !== undefined && !/^[\w-]+\/[\w-]+@v\d+$/.test(uses))
      .map(({ uses }) => `${where}: ${uses} must name an action and its major version`),
  ];
}

function lintGitLab(name: string, content: string): Problems {
  const pipeline: unknown = parse(content);
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const valid = ajv.validate(JSON.parse(read(".ci/gitlab-ci.schema.json")), pipeline);
  if (!valid) return (ajv.errors ?? []).map((error) => `${name}${error.instancePath}: ${error.message}`);
  const { stages, ...rest }: { stages: readonly string[] } & Record<string, GitLabJob> = parse(content);
  const problem = Object.entries(rest).flatMap(([job, settings]) => [
    ...(settings.stage !== undefined && !stages.includes(settings.stage)
      ? [`${name}, job ${job}: stage ${settings.stage} is not among the stages`]
      : []),
    ...(settings.extends !== undefined && !(settings.extends in rest)
      ? [`${name}, job ${job}: ${settings.extends} does not exist`]
      : []),
  ]);
  return [...problem, ...unknownCommands(name, content)];
}

/** Commands in a file that this repository does not have. */
function unknownCommands(name: string, content: string): Problems {
  const commands = [...content.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, script = ""]) => script);
  const files = [...content.matchAll(/(?:^|[\s"])(\.ci\/[\w-]+|test\/[\w/-]+)/gm)].map(
    ([, file = ""]) => file,
  );
  return [
    ...commands
      .filter((script) => scripts[script] === undefined)
      .map((script) => `${name}: npm run ${script} does not exist`),
    ...files.filter((file) => !existsSync(file)).map((file) => `${name}: ${file} does not exist`),
  ];
}
