// The part of undici that the SDK asks for at run time. The whole of it takes several times as long to load, in each of
// the processes that one Terraform command starts.
module.exports = {
  Agent: require("undici/lib/dispatcher/agent.js"),
  EnvHttpProxyAgent: require("undici/lib/dispatcher/env-http-proxy-agent.js"),
};
