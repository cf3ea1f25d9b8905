import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { terraformBinary } from "../terraform.js";
import { EMPTY, KitchenScene } from "./setup.js";

describe.skipIf(terraformBinary === undefined)("two configurations of one provider in one process", () => {
  let scene: KitchenScene;
  beforeAll(async () => {
    scene = await KitchenScene.start();
    scene.configure(`
provider "kitchen" { chef = "ada" }
provider "kitchen" {
  alias = "second"
  chef  = "bob"
}
resource "kitchen_plate" "first" {
  count = 5
  label = "first \${count.index}"
}
resource "kitchen_plate" "second" {
  count    = 5
  provider = kitchen.second
  label    = "second \${count.index}"
}
output "ids" {
  value = concat(kitchen_plate.first[*].id, kitchen_plate.second[*].id)
}
`);
    expect(await scene.workspace.run("init")).toMatchObject({ exitCode: 0 });
  });
  afterAll(() => scene.close());

  it("serve their own resources, each with its own client", async () => {
    const output = await scene.apply();
    expect(output.match(/"plate-ada-\d+"/g)).toHaveLength(5);
    expect(output.match(/"plate-bob-\d+"/g)).toHaveLength(5);
    expect((await scene.plan()).exitCode).toBe(EMPTY);
    expect(await scene.destroy()).toContain("10 destroyed");
    const count = (event: string): number =>
      scene.world.events.filter((candidate) => candidate === event).length;
    await expect.poll(() => count("close the kitchen of ada")).toBe(count("configure ada"));
    await expect.poll(() => count("close the kitchen of bob")).toBe(count("configure bob"));
  });
});
