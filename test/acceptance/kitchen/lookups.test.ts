import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { terraformBinary } from "../terraform.js";
import { FAILED, KitchenScene } from "./setup.js";

describe.skipIf(terraformBinary === undefined)("what Terraform looks up", () => {
  let scene: KitchenScene;
  beforeAll(async () => {
    scene = await KitchenScene.start();
    scene.configure("");
    expect(await scene.workspace.run("init")).toMatchObject({ exitCode: 0 });
  });
  afterAll(() => scene.close());

  it("from data sources and functions, of every kind of argument", async () => {
    scene.configure(`
data "kitchen_menu" "all" {}
output "price" { value = data.kitchen_menu.all.dishes[0].price }
output "loud" { value = provider::kitchen::shout("soup", 3) }
output "joined" { value = provider::kitchen::join("-", "a", null, "b") }
output "described" { value = provider::kitchen::describe({ digits = 9007199254740993, rest = null }) }
`);
    const output = await scene.apply();
    expect(output).toContain("price = 0.1");
    expect(output).toContain('loud = "SOUP!!!"');
    expect(output).toContain('joined = "a-b"');
    expect(output).toContain('"digits" = 9007199254740993');
  });

  it("is refused at the argument of a function", async () => {
    scene.configure('output "loud" { value = provider::kitchen::shout("", 3) }');
    const { exitCode, output } = await scene.plan();
    expect(exitCode).toBe(FAILED);
    expect(output).toContain('Invalid value for "text" parameter: There is nothing to say.');
    scene.configure('output "lie" { value = provider::kitchen::lie() }');
    expect((await scene.plan()).output).toMatch(/This is a bug in the\s+provider/);
  });

  it("of an ephemeral resource is opened, used and closed by its handle, and never stored", async () => {
    scene.world.events.length = 0;
    scene.configure(`
ephemeral "kitchen_ticket" "door" { seat = "window" }
resource "kitchen_dish" "soup" {
  name              = "soup"
  recipe_wo         = ephemeral.kitchen_ticket.door.code
  recipe_wo_version = 1
}
`);
    await scene.apply();
    const { events } = scene.world;
    const opened = events.filter((event) => event.startsWith("open"));
    expect(opened).toHaveLength(2);
    expect(events.filter((event) => event.startsWith("close ticket"))).toEqual(
      opened.map((event) => event.replace("open", "close")),
    );
    // The dish was made with the code of the second opening, and remembers how long it was.
    expect(await scene.destroy()).toContain("1 destroyed");
    expect(events).toContain(`delete soup (${"code-of-ticket-1".length})`);
    expect(scene.workspace.state()).not.toContain("code-of-ticket");
    expect(scene.log.join("")).not.toContain("code-of-ticket");
  });

  it("is refused, and closed again, when the provider opens it wrongly", async () => {
    scene.world.events.length = 0;
    scene.configure('ephemeral "kitchen_ticket" "door" { seat = "lying" }');
    const { output } = await scene.plan();
    expect(output).toContain("Invalid result withheld");
    const [opened, closed, ...more] = scene.world.events.filter((event) => /ticket/.test(event));
    expect(opened).toMatch(/^open ticket-\d+$/);
    expect(closed).toBe(opened?.replace("open", "close"));
    expect(more).toEqual([]);
  });
});
