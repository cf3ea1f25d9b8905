import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { terraformSchema } from "../../provider/scripts/terraform-schema.js";
import { terraformBinary } from "./terraform.js";
import { Scene } from "./token/setup.js";

// Skipped only where there is no Terraform; terraform.ts says so, and fails instead when CI=true.
describe.skipIf(terraformBinary === undefined)("terraform providers schema", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.launched();
  });
  afterAll(() => scene.close());

  it("prints the very schema that the constructs and the documentation are generated from", async () => {
    const { output } = await scene.workspace.run("providers", "schema", "-json");
    const [printed] = Object.values(JSON.parse(output).provider_schemas);
    const [generated] = Object.values(terraformSchema().provider_schemas);
    expect(printed).toEqual(generated);
  });
});
