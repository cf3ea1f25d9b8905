import { describe, expect, it } from "vitest";
import { PrivateStore } from "../../../provider/src/framework/private-state.js";

const store = (text: string): PrivateStore => new PrivateStore(Buffer.from(text));

describe("the private state", () => {
  it("leaves as it came, byte for byte, when nothing is set", () => {
    for (const text of ["", '{ "b" : 1, "a" : [1.0] }', "not JSON", "[1]", "null"]) {
      expect(store(text).bytes().toString()).toBe(text);
    }
    const same = store('{ "a" : 1 }');
    same.set("a", 1);
    expect(same.bytes().toString()).toBe('{ "a" : 1 }');
  });

  it("has its keys in order when something is set, so that planning twice gives the same", () => {
    const kept = store('{"b":1}');
    kept.set("c", { deep: [null, "x"] });
    kept.set("a", 0);
    expect(kept.bytes().toString()).toBe('{"a":0,"b":1,"c":{"deep":[null,"x"]}}');
  });

  it("gives back what was set, and not what became of it", () => {
    const kept = store("");
    const list = [1];
    kept.set("list", list);
    list.push(2);
    expect(kept.get("list")).toEqual([1]);
    kept.set("list", undefined);
    expect(kept.get("list")).toBeUndefined();
    expect(kept.bytes()).toHaveLength(0);
  });

  it("keeps keys with a dot for the framework", () => {
    const kept = store('{".imported":true,"own":1}');
    expect(kept.get(".imported")).toBeUndefined();
    expect(kept.note(".imported")).toBe(true);
    expect(() => kept.set(".imported", false)).toThrow("Reserved key in private state");
    kept.set("own", 2);
    expect(JSON.parse(kept.bytes().toString())).toEqual({ ".imported": true, own: 2 });
  });

  it("takes names of prototypes for ordinary keys", () => {
    const kept = store('{"__proto__":1}');
    expect(kept.get("constructor")).toBeUndefined();
    expect(kept.get("__proto__")).toBe(1);
    kept.set("constructor", 2);
    expect(kept.bytes().toString()).toBe('{"__proto__":1,"constructor":2}');
  });
});
