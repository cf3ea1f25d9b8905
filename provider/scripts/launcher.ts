import { PROVIDER_NAME } from "./layout.js";

const OLDEST = { major: 20, minor: 19 };
const NODE = `Node.js ${OLDEST.major}.${OLDEST.minor} or newer`;

/**
 * What Node runs first. It must parse on any Node, which the rest of the file need not, and says on standard output, where
 * Terraform looks for the reason of a failed start, that a Node is too old.
 */
const START =
  `var v=process.versions.node.split(".");` +
  `if(+v[0]<${OLDEST.major}||+v[0]===${OLDEST.major}&&+v[1]<${OLDEST.minor})` +
  `{console.log("${PROVIDER_NAME} needs ${NODE} on PATH; the one there is "+process.version);process.exit(1)}` +
  `require(require("path").resolve(process.argv[1]))`;

/**
 * The first lines of the plugin file: a shell reads them as a script that starts Node.js with the same file, and
 * JavaScript reads them as a few texts and comments.
 *
 * NODE_EXTRA_CA_CERTS is moved aside because Node reads the whole file before it runs anything, which takes longer than
 * the handshake; the API's client reads it when it needs it. NODE_OPTIONS is dropped: what a shell or a pipeline sets
 * there for its own programs (preloads that print, modules that are not here, permissions) keeps a plugin from starting.
 * Terraform must see Node itself end, hence `exec`. The file is loaded with `require`, because Node would refuse it as a
 * main module below a package.json of type "module", for the end of its name. No option of V8 stands on the command line:
 * Node 20 and 22 throw away the code cache of their own modules for any.
 */
export const LAUNCHER = [
  "#!/bin/sh",
  `':' //; command -v node >/dev/null 2>&1 || { echo "${PROVIDER_NAME} needs ${NODE} on PATH, and there is none: https://nodejs.org"; exit 1; }`,
  '\':\' //; [ -z "$NODE_EXTRA_CA_CERTS" ] || { export SAFETYCULTURE_EXTRA_CA_CERTS="$NODE_EXTRA_CA_CERTS"; unset NODE_EXTRA_CA_CERTS; }',
  "':' //; unset NODE_OPTIONS",
  `':' //; exec node -e '${START}' -- "$0" "$@"`,
  "",
].join("\n");
