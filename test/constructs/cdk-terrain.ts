import Module from "node:module";

// Whoever asks for `cdktf` is given CDK Terrain, as `npm install cdktf@npm:cdktn` does it for a whole project.

interface Resolver {
  _resolveFilename(request: string, ...rest: unknown[]): string;
}

const resolver = Module as unknown as Resolver;
const resolve = resolver._resolveFilename;
resolver._resolveFilename = (request, ...rest) =>
  resolve(request.replace(/^cdktf(?=$|\/)/, "cdktn"), ...rest);

const { TerraformEphemeralResource } = Module.createRequire(import.meta.url)("cdktf") as Record<
  string,
  unknown
>;
if (TerraformEphemeralResource === undefined) throw new Error("cdktf was not replaced by CDK Terrain");
