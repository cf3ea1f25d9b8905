import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 30_000,
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
