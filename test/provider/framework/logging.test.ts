import { describe, expect, it } from "vitest";
import { enabledLevel } from "../../../provider/src/framework/logging/level.js";
import { createLogger } from "../../../provider/src/framework/logging/logger.js";
import { Redactor } from "../../../provider/src/framework/logging/redactor.js";
import { Decimal, Dynamic, unknown } from "../../../provider/src/wire/index.js";

function logger(env: NodeJS.ProcessEnv = { TF_LOG: "TRACE" }) {
  const lines: Record<string, unknown>[] = [];
  const redactor = new Redactor();
  const log = createLogger({
    module: "demo",
    redactor,
    levelOf: (subsystem) => enabledLevel(env, "demo", ...(subsystem === undefined ? [] : [subsystem])),
    now: () => new Date("2026-01-02T03:04:05.678Z"),
    write: (line) => {
      expect(line.endsWith("\n")).toBe(true);
      lines.push(JSON.parse(line) as Record<string, unknown>);
    },
  });
  return { log, lines, redactor };
}

describe("a line of the log", () => {
  it("is of the form that Terraform shows at its level", () => {
    const { log, lines } = logger();
    log.with({ tf_rpc: "ReadResource" }).log("warn", "slow", { attempt: 2, done: false });
    expect(lines).toEqual([
      {
        "@level": "warn",
        "@message": "slow",
        "@module": "demo",
        "@timestamp": "2026-01-02T03:04:05.678000Z",
        tf_rpc: "ReadResource",
        attempt: 2,
        done: false,
      },
    ]);
  });

  it("names the part of the provider that it comes from", () => {
    const { log, lines } = logger();
    log.subsystem("http").log("info", "sent");
    expect(lines[0]).toMatchObject({ "@module": "demo.http" });
  });

  it("keeps Terraform's own fields from being set", () => {
    const { log, lines } = logger();
    log.log("info", "text", { "@level": "error", "@@message": "other" });
    expect(lines[0]).toMatchObject({
      "@level": "info",
      "@message": "text",
      level: "error",
      message: "other",
    });
  });

  it("is short enough for Terraform to keep its level, whatever is in it", () => {
    const { log, lines } = logger();
    log.log("info", "x".repeat(100_000), { text: "€".repeat(100_000) });
    expect(String(lines[0]?.["@message"])).toMatch(/^x{8000}… \(92000 more characters\)$/);
    expect(Buffer.byteLength(JSON.stringify(lines[0]))).toBeLessThan(64 << 10);
    log.log(
      "info",
      "many",
      Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`f${n}`, "y".repeat(7_000)])),
    );
    expect(lines[1]).toMatchObject({ "@message": "many", omitted: "too many fields" });
  });
});

describe("the level of the log", () => {
  it.each<[NodeJS.ProcessEnv, string[], string | undefined]>([
    [{}, ["demo"], undefined],
    [{ TF_LOG: "WARN" }, ["demo"], "warn"],
    [{ TF_LOG: "JSON" }, ["demo"], "trace"],
    [{ TF_LOG: "off" }, ["demo"], undefined],
    [{ TF_LOG: "TRACE", TF_LOG_PROVIDER: "ERROR" }, ["demo"], "error"],
    [{ TF_LOG: "TRACE", TF_LOG_PROVIDER: "off" }, ["demo"], undefined],
    [{ TF_LOG: "TRACE", TF_LOG_PROVIDER_DEMO: "info" }, ["demo"], "info"],
    [{ TF_LOG: "TRACE", TF_LOG_PROVIDER_OTHER: "info" }, ["demo"], "trace"],
    [{ TF_LOG: "INFO", TF_LOG_PROVIDER_DEMO_HTTP: "trace" }, ["demo", "http"], "trace"],
    [{ TF_LOG: "INFO", TF_LOG_PROVIDER_DEMO_HTTP: "trace" }, ["demo"], "info"],
    [{ TF_LOG: "nonsense" }, ["demo"], "trace"],
  ])("of %j for %j is %s", (env, names, level) => {
    expect(enabledLevel(env, ...names)).toBe(level);
  });

  it("keeps quieter lines back", () => {
    const { log, lines } = logger({ TF_LOG: "WARN" });
    log.log("info", "quiet");
    log.log("error", "loud");
    expect(lines.map((line) => line["@message"])).toEqual(["loud"]);
  });
});

describe("a secret", () => {
  const hidden = (secret: string, text: string): string => {
    const redactor = new Redactor();
    redactor.add(secret);
    return redactor.redact(text);
  };

  it.each([
    ["hunter2", "the password is hunter2, and hunter2 again", "the password is ***, and *** again"],
    ["hunter2", "Bearer xhunter2x", "Bearer x***x"],
    ['say "x"\nnow', JSON.stringify({ text: 'say "x"\nnow' }), '{"text":"***"}'],
    ["a b/c+d?", "https://host/?key=a%20b%2Fc%2Bd%3F", "https://host/?key=***"],
    ["p1n", "the p1n is p1n, not p1ne", "the *** is ***, not p1ne"],
    ["a.c*", "a.c* abc", "*** abc"],
    ["no", "no, nothing", "no, nothing"],
  ])("%j is hidden in %j", (secret, text, expected) => {
    expect(hidden(secret, text)).toBe(expected);
  });

  it("that holds another one is hidden as a whole", () => {
    const redactor = new Redactor();
    redactor.add("secret");
    redactor.add("secret-and-more");
    expect(redactor.redact("secret-and-more, secret")).toBe("***, ***");
  });

  it("of a single letter is hidden where it is the whole value of a field", () => {
    const { log, lines, redactor } = logger();
    redactor.add("x");
    redactor.addValue(12);
    log.log("info", "x marks the spot", { answer: "x", number: 12, other: "text" });
    expect(lines[0]).toMatchObject({
      "@message": "x marks the spot",
      answer: "***",
      number: "***",
      other: "text",
    });
  });

  it("is found at any depth of a value", () => {
    const redactor = new Redactor();
    const endless: unknown[] = ["in-an-endless-list"];
    endless.push(endless);
    redactor.addValue([
      new Map([["k", { inner: "in-a-map-of-objects" }]]),
      new Dynamic("string", "under-a-dynamic-type"),
      Decimal.from("12345678901234567890.5"),
      unknown,
      null,
      true,
      endless as never,
    ]);
    const text =
      "in-a-map-of-objects under-a-dynamic-type 12345678901234567890.5 in-an-endless-list true k inner";
    expect(redactor.redact(text)).toBe("*** *** *** *** true k inner");
  });

  it("of nothing hides nothing", () => {
    expect(hidden("", "text")).toBe("text");
  });
});
