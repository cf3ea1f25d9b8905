// The arrows of the layout: an import that is not listed here is an error.

const layer = (name, path, allowed) => ({
  name,
  severity: "error",
  from: { path },
  to: { path: "^(sdk|mock-server|provider)/src/", pathNot: [path, ...allowed] },
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
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    doNotFollow: { path: "node_modules" },
  },
};
