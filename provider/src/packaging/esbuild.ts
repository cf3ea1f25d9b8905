/** esbuild, which only those need who package a provider. */
export async function esbuild(): Promise<typeof import("esbuild")> {
  try {
    return await import("esbuild");
  } catch (cause) {
    throw new Error("packaging a provider needs esbuild: npm install -D esbuild", { cause });
  }
}
