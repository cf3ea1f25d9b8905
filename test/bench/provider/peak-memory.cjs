// Loaded into a plugin's process by NODE_OPTIONS: notes the process's peak memory, in kilobytes, when it ends.
process.on("exit", () => {
  const { appendFileSync } = require("node:fs");
  appendFileSync(process.env.PEAK_MEMORY_FILE, `${process.resourceUsage().maxRSS}\n`);
});
