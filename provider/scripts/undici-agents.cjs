// The part of undici that the SDK asks for at run time. The whole of it takes several times as long to load, in each of
// the processes that one Terraform command starts.

// undici's own entry gives its dispatchers this method, with which its proxy agent opens tunnels.
require("undici/lib/dispatcher/dispatcher.js").prototype.connect = require("undici/lib/api/api-connect.js");

module.exports = {
  Agent: require("undici/lib/dispatcher/agent.js"),
  EnvHttpProxyAgent: require("undici/lib/dispatcher/env-http-proxy-agent.js"),
  ProxyAgent: require("undici/lib/dispatcher/proxy-agent.js"),
};
