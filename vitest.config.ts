import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/provider/**/*.test.ts", "test/acceptance/**/*.test.ts"],
    testTimeout: 30_000,
  },
});
