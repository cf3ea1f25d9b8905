import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests run on the TypeScript source of the packages; what tests launch as a process is the build. */
const conditions = ["@safetyculture-tokens/source", "module", "node", "development|production"];

/** Long enough for a machine under heavy load: only a test that hangs reaches it. */
const TIME_LIMIT_MS = 180_000;

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // What was transformed once is kept under node_modules, by its content.
    experimental: { fsModuleCache: true },
    testTimeout: TIME_LIMIT_MS,
    hookTimeout: TIME_LIMIT_MS,
    expect: { poll: { timeout: TIME_LIMIT_MS } },
    // Terraform and its plugins are processes of their own: a core for each worker keeps none of them waiting.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: { name: "tests", include: ["test/**/*.test.ts", "examples/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "CDK Terrain",
          include: ["test/constructs/**/*.test.ts"],
          setupFiles: ["test/constructs/cdk-terrain.ts"],
          alias: { cdktf: "cdktn" },
        },
      },
    ],
  },
});
