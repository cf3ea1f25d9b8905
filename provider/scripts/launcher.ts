import { PROVIDER_NAME } from "./layout.js";

/**
 * The first lines of the plugin file: a shell reads them as a script that starts Node.js with the same file, and
 * JavaScript reads them as a few texts and comments.
 *
 * Standard output is the only way to tell a user of Terraform why a plugin did not start. NODE_EXTRA_CA_CERTS is moved
 * aside because Node reads the whole file before it runs anything, which takes longer than the handshake; the API's
 * client reads it when it needs it. Terraform must see Node itself end, hence `exec`. The file is loaded with `require`,
 * because Node would refuse it as a main module below a package.json of type "module", for the end of its name. Young objects
 * get 2 MiB, which is plenty here and keeps the plugin small.
 */
export const LAUNCHER = [
  "#!/bin/sh",
  `':' //; command -v node >/dev/null 2>&1 || { echo "${PROVIDER_NAME} needs Node.js 20.19 or newer on PATH, and there is none: https://nodejs.org"; exit 1; }`,
  '\':\' //; [ -z "$NODE_EXTRA_CA_CERTS" ] || { export SAFETYCULTURE_EXTRA_CA_CERTS="$NODE_EXTRA_CA_CERTS"; unset NODE_EXTRA_CA_CERTS; }',
  `':' //; exec node --max-semi-space-size=2 -e 'require(require("path").resolve(process.argv[1]))' -- "$0" "$@"`,
  "",
].join("\n");
