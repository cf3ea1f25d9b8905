import { describe, expect, it } from "vitest";
import { unknown, type Value } from "../../../provider/src/wire/index.js";
import { isError, readPath } from "../conformance/core/core.js";
import { config, startKitchen, written } from "../conformance/kitchen.js";

async function findings(given: Record<string, Value>) {
  const { core } = await startKitchen();
  const diagnostics = await core.validate(config(core, { name: "soup", ...given }));
  return diagnostics.map((diagnostic) => ({
    severity: isError(diagnostic) ? "error" : "warning",
    summary: diagnostic.summary,
    path: diagnostic.attribute ? readPath(diagnostic.attribute) : [],
  }));
}

describe("a configuration", () => {
  it("without mistakes has no findings", async () => {
    expect(await findings({ course: "dessert", servings: 100 })).toEqual([]);
  });

  it.each<[string, Record<string, Value>, object]>([
    [
      "a value that is not allowed",
      { course: "brunch" },
      { summary: "Value not allowed", path: [{ attribute: "course" }] },
    ],
    [
      "a fraction for a whole number",
      { servings: 1.5 },
      { summary: "Whole number required", path: [{ attribute: "servings" }] },
    ],
    [
      "a number out of range",
      { servings: 0 },
      { summary: "Value not allowed", path: [{ attribute: "servings" }] },
    ],
    [
      "a whole number of extraordinary size in a nested object",
      { oven: { degrees: 2.5, minutes: null, serial: null, pin: null } },
      { summary: "Whole number required", path: [{ attribute: "oven" }, { key: "degrees" }] },
    ],
    [
      "an element that is too long, in a set",
      { tags: ["x".repeat(21)] },
      { summary: "Length not allowed", path: [{ attribute: "tags" }] },
    ],
    [
      "attributes that exclude each other",
      { recipe: "a", recipe_wo: "b" },
      { summary: "Attributes that exclude each other", path: [{ attribute: "recipe_wo" }] },
    ],
    [
      "what the resource itself refuses",
      { name: "steak", vegan: true },
      { summary: "Not vegan", path: [{ attribute: "vegan" }] },
    ],
  ])("with %s is refused at that place", async (_name, given, finding) => {
    expect(await findings(given)).toContainEqual({ severity: "error", ...finding });
  });

  it("is warned of a stored secret where a write-only attribute would do", async () => {
    expect(await findings({ recipe: "of the grandmother" })).toEqual([
      { severity: "warning", summary: "Value will be stored in the state", path: [{ attribute: "recipe" }] },
    ]);
  });

  it("is warned of what is deprecated, also when it is not known yet", async () => {
    const warning = { severity: "warning", summary: "Attribute deprecated", path: [{ attribute: "note" }] };
    expect(await findings({ note: "old" })).toEqual([warning]);
    expect(await findings({ note: unknown })).toEqual([warning]);
  });

  it("is not judged by what is not known yet", async () => {
    const open = {
      course: unknown,
      servings: unknown,
      recipe: null,
      recipe_wo: unknown,
      oven: unknown,
      tags: [unknown],
    };
    expect(await findings(open)).toEqual([]);
  });

  it("is judged again at plan, without its warnings", async () => {
    const { core } = await startKitchen();
    const mistaken = config(core, { name: "soup", course: "brunch", recipe: "of the grandmother" });
    const { diagnostics = [] } = await core.client.planResourceChange({
      typeName: "kitchen_dish",
      ...written(core, mistaken),
    });
    expect(diagnostics.map(({ summary }) => summary)).toEqual(["Value not allowed"]);
  });

  it("has no write-only values for a Terraform that does not know them", async () => {
    const { core } = await startKitchen();
    const secretive = config(core, { name: "soup", recipe_wo: unknown });
    const { diagnostics = [] } = await core.client.validateResourceConfig({
      typeName: "kitchen_dish",
      ...written(core, secretive),
    });
    expect(diagnostics.map(({ summary }) => summary)).toEqual([
      "Write-only attribute not supported by this Terraform",
    ]);
  });
});
