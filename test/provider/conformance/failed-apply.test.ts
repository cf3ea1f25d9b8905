import { describe, expect, it } from "vitest";
import { unknown } from "../../../provider/src/wire/index.js";
import type { Faults } from "../fixtures/faulty.js";
import { applyWrongly, CONFIG, created, start } from "./faults.js";

describe("a failed apply", () => {
  const failure = (): never => {
    throw new Error("no connection to https://user:secret-value@host");
  };

  it("of a new object leaves nothing when nothing was made", async () => {
    const [, , { object, diagnostics }] = await applyWrongly({}, { create: failure });
    expect(object).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ summary: "The provider failed unexpectedly" });
    expect(diagnostics[0]?.detail).not.toContain("connection");
  });

  it("keeps what was saved before, tainted", async () => {
    const [, , { object, diagnostics }] = await applyWrongly(
      {},
      {
        create: (state, save) => {
          save(state as never);
          return failure();
        },
      },
    );
    expect(diagnostics).toHaveLength(1);
    expect(object).toMatchObject({ isTainted: true, value: { id: "id-1" } });
  });

  it("mends what was saved, when that was wrong", async () => {
    const [, , { object, diagnostics }] = await applyWrongly(
      {},
      {
        create: (state, save) => {
          save({ ...state, tags: 1, note: unknown, secret: "secret-value" } as never);
          return failure();
        },
      },
    );
    expect(diagnostics.map(({ summary }) => summary)).toEqual([
      "The provider failed unexpectedly",
      "Invalid result withheld",
    ]);
    expect(object).toMatchObject({
      isTainted: true,
      value: { id: "id-1", tags: null, note: null, secret: null },
    });
  });

  it("of an existing object keeps it", async () => {
    const faults: Faults = {};
    const core = await start(faults);
    const stored = await created(core);
    const config = { ...CONFIG, label: "new" };
    const planned = await core.plan(config, stored);
    faults.update = failure;
    const { object } = await core.apply(planned, config, stored);
    expect(object).toEqual(stored);
  });

  it("of a removal keeps the object, or what was saved of it", async () => {
    const faults: Faults = { delete: failure };
    const core = await start(faults);
    const stored = await created(core);
    const planned = await core.plan(null, stored);
    expect((await core.apply(planned, null, stored)).object?.value).toEqual(stored.value);
    faults.delete = (save, state) => {
      save({ ...state, note: "half gone" } as never);
      failure();
    };
    expect((await core.apply(planned, null, stored)).object?.value).toMatchObject({ note: "half gone" });
  });
});
