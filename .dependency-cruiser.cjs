// The arrows of the layout: an import that is not listed here is an error.

const layer = (name, path, allowed) => ({
  name,
  severity: "error",
  from: { path },
  to: { path: "^(sdk|mock-server|provider)/src/", pathNot: [path, ...allowed] },
});

/** The only packages that a layer may load. */
const packages = (name, path, ...allowed) => ({
  name,
  severity: "error",
  from: { path },
  to: {
    path: "node_modules/",
    pathNot: ["node_modules/@types/", ...allowed.map((allowedName) => `node_modules/${allowedName}/`)],
  },
});

const wire = "^provider/src/wire/";
const framework = "^provider/src/framework/";
const transport = "^provider/src/transport/";

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    layer("wire-knows-nothing-above-it", wire, []),
    layer("transport-knows-bytes-only", transport, []),
    layer("framework-stands-on-wire", framework, [wire]),
    layer("provider-stands-on-framework-and-sdk", "^provider/src/safetyculture/", [framework, "^sdk/"]),
    layer("constructs-stand-alone", "^provider/src/constructs/", []),
    layer("sdk-stands-alone", "^sdk/src/", []),
    layer("mock-server-shares-only-the-contract", "^mock-server/src/", ["^sdk/(src|dist)/contract/"]),
    packages("sdk-loads-undici-alone", "^sdk/src/", "undici"),
    packages("constructs-load-cdktf-alone", "^provider/src/constructs/", "cdktf", "constructs"),
    packages(
      "wire-transport-and-framework-load-nothing",
      "^provider/src/(wire|transport|framework)/(?!gen/)",
      "@bufbuild",
    ),
    packages("provider-loads-little", "^provider/src/safetyculture/", "fastest-levenshtein", "jose"),
    packages(
      "mock-server-loads-what-it-declares",
      "^mock-server/src/",
      "ajv",
      "ajv-formats",
      "yaml",
      "vitest",
      "fastest-levenshtein",
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    doNotFollow: { path: "node_modules" },
  },
};
