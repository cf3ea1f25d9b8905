/** What differs between the launchers of two plugins. */
export interface LauncherOptions {
  /** Name of the plugin in messages. */
  readonly name: string;
  /** The variable that NODE_EXTRA_CA_CERTS is moved to; absent when Node.js shall read the certificates itself. */
  readonly extraCertificates?: string;
}

const OLDEST = { major: 20, minor: 19 };
const NODE = `Node.js ${OLDEST.major}.${OLDEST.minor} or newer`;

/**
 * What Node runs first. It must parse on any Node, which the rest of the file need not, and says on standard output, where
 * Terraform looks for the reason of a failed start, that a Node is too old.
 */
const start = (name: string): string =>
  `var v=process.versions.node.split(".");` +
  `if(+v[0]<${OLDEST.major}||+v[0]===${OLDEST.major}&&+v[1]<${OLDEST.minor})` +
  `{console.log("${name} needs ${NODE} on PATH; the one there is "+process.version);process.exit(1)}` +
  `require(require("path").resolve(process.argv[1]))`;

/** What makes the runtimes load or print something that is not the plugin's. */
const FOREIGN = [
  "NODE_OPTIONS",
  "BUN_OPTIONS",
  "BUN_BE_BUN",
  "BUN_INSPECT",
  "BUN_INSPECT_PRELOAD",
  "BUN_INSPECT_NOTIFY",
  "BUN_INSPECT_CONNECT_TO",
];

const shell = ({ name, extraCertificates }: LauncherOptions): readonly string[] => [
  `unset ${FOREIGN.join(" ")}`,
  ...(extraCertificates === undefined
    ? []
    : [
        `[ -z "$NODE_EXTRA_CA_CERTS" ] || { export ${extraCertificates}="$NODE_EXTRA_CA_CERTS"; unset NODE_EXTRA_CA_CERTS; }`,
      ]),
  'e="$0"; [ ! -L "$e" ] || e="$(readlink -f "$e")"; e="${e%/*}/executable"; m=',
  '[ ! -x "$e-darwin" ] || exec "$e-darwin" "$@"',
  '[ ! -x "$e-glibc" ] || [ -e /etc/alpine-release ] || for l in /lib64/ld-linux-x86-64.so.2 /lib/ld-linux-aarch64.so.1; do [ ! -e "$l" ] || exec "$e-glibc" "$@"; done',
  '[ ! -x "$e-musl" ] || for l in /lib/ld-musl-*.so.1; do [ ! -e "$l" ] || { m=1; for c in /usr/lib/libstdc++.so.6 /lib/libstdc++.so.6; do [ ! -e "$c" ] || exec "$e-musl" "$@"; done; }; done',
  `command -v node >/dev/null 2>&1 || { if [ -n "$m" ]; then echo "${name} needs the C++ library (apk add libstdc++) or ${NODE} (apk add nodejs), and there is neither"; else echo "${name} needs ${NODE} on PATH, and there is none: https://nodejs.org"; fi; exit 1; }`,
  `exec node -e '${start(name)}' -- "$0" "$@"`,
];

/**
 * The first lines of the plugin file: a shell reads them as a script that starts the executable for this system, if one lies
 * beside the file, or else Node.js with the same file; JavaScript reads them as a few texts and comments.
 *
 * An executable is linked to a C library, and a registry knows one archive for glibc and musl alike, so the shell looks which
 * is there. NODE_EXTRA_CA_CERTS may be moved aside because a runtime reads the whole file before it runs anything, which takes
 * longer than the handshake; the API's client reads it when it needs it. NODE_OPTIONS is dropped: what a shell or a pipeline
 * sets there for its own programs (preloads that print, modules that are not here, permissions) keeps a plugin from starting;
 * so are Bun's variables of that kind. Terraform must see the plugin itself end, hence `exec`. The file is loaded with
 * `require`, because Node would refuse it as a main module below a package.json of type "module", for the end of its name.
 * No option of V8 stands on the command line: Node 20 and 22 throw away the code cache of their own modules for any.
 */
export const launcher = (options: LauncherOptions): string =>
  ["#!/bin/sh", ...shell(options).map((line) => `':' //; ${line}`), ""].join("\n");
