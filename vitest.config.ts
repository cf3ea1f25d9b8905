import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 30_000,
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
