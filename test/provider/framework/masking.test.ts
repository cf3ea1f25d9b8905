import { describe, expect, it } from "vitest";
import { DiagnosticError } from "../../../provider/src/framework/index.js";
import { encodeMsgpack } from "../../../provider/src/wire/index.js";
import { config, startKitchen } from "../conformance/kitchen.js";

// Secrets enter by configuration, state and answer; each must stay out of every log line and diagnostic after that.

const RECIPE = "recipe-of-the-grandmother";
const PIN = "pin-of-the-oven";

describe("a sensitive value", () => {
  it("that is configured is masked in what fails afterwards, in the log and for the user", async () => {
    const scene = await startKitchen();
    const wanted = config(scene.core, {
      name: "soup",
      recipe_wo: RECIPE,
      oven: { degrees: 1, minutes: null, serial: null, pin: PIN },
    });
    scene.world.failures.set(
      "plan soup",
      new DiagnosticError("Refused", `The server said: ${RECIPE} ${PIN}`),
    );
    await expect(scene.core.plan(wanted, undefined)).rejects.toThrow("Refused: The server said: *** ***");
    scene.world.failures.set("create soup", new Error(`connect ${RECIPE}`));
    const { diagnostics } = await scene.core.apply(
      await scene.core.plan(wanted, undefined),
      wanted,
      undefined,
    );
    expect(JSON.stringify(diagnostics)).not.toContain(RECIPE);
    const log = scene.log.join("");
    expect(log).toContain("connect ***");
    expect(log).not.toContain(RECIPE);
    expect(log).not.toContain(PIN);
  });

  it("that the resource answers is masked from then on", async () => {
    const scene = await startKitchen();
    const wanted = config(scene.core, { name: "soup" });
    const { object } = await scene.core.apply(await scene.core.plan(wanted, undefined), wanted, undefined);
    expect(object?.value).toMatchObject({ stamp: "stamp-of-dish-1-1" });
    scene.world.failures.set("read soup", new DiagnosticError("Stamped", "stamp-of-dish-1-1"));
    await expect(object && scene.core.refresh(object)).rejects.toThrow("Stamped: ***");
  });

  it("that stands in a stored state is masked before anything is done with it", async () => {
    const scene = await startKitchen();
    await scene.core.client.upgradeResourceState({
      typeName: "kitchen_dish",
      version: 2,
      rawState: { json: Buffer.from('{"name":"soup","stamp":"stamp-of-long-ago"}') },
    });
    scene.world.failures.set("plan the end of soup", new DiagnosticError("Stamped", "stamp-of-long-ago"));
    const stored = {
      value: config(scene.core, { name: "soup" }),
      private: Buffer.alloc(0),
      isTainted: false,
    };
    await expect(scene.core.plan(null, stored)).rejects.toThrow("Stamped: ***");
  });

  it("of the provider's configuration never reaches the log", async () => {
    const scene = await startKitchen();
    const type = { object: { chef: "string", chef_file: "string", key: "string" } } as const;
    const encoded = {
      msgpack: Buffer.from(encodeMsgpack({ chef: "bob", chef_file: null, key: "k3y" }, type)),
    };
    await scene.core.client.configureProvider({ config: encoded });
    const line = scene.log.find((text) => text.includes('"chef":"bob"'));
    expect(JSON.parse(String(line))).toMatchObject({ "@message": "the kitchen is open", key: "***" });
  });

  it("of a data source is masked in what follows", async () => {
    const scene = await startKitchen();
    const { dataSourceSchemas } = await scene.core.client.getProviderSchema({});
    expect(dataSourceSchemas).toHaveProperty("kitchen_menu");
    const type = {
      object: {
        course: "string",
        dishes: { list: { object: { name: "string", price: "number" } } },
        password: "string",
      },
    } as const;
    const request = {
      typeName: "kitchen_menu",
      config: { msgpack: Buffer.from(encodeMsgpack({ course: null, dishes: null, password: null }, type)) },
    };
    await scene.core.client.readDataSource(request);
    scene.world.failures.set("read the menu of ada", new DiagnosticError("Shut", "menu-password-1"));
    const { diagnostics } = await scene.core.client.readDataSource(request);
    expect(diagnostics).toMatchObject([{ summary: "Shut", detail: "***" }]);
  });
});

describe("the log of a request", () => {
  it("says which one it is, what it is about and how it ended", async () => {
    const scene = await startKitchen();
    await scene.core.validate(config(scene.core, { name: "soup", course: "brunch" }));
    const lines = scene.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter((line) => line["tf_rpc"] === "ValidateResourceConfig")).toMatchObject([
      {
        "@level": "trace",
        "@message": "received request",
        tf_req_id: "request-1",
        tf_resource_type: "kitchen_dish",
        tf_provider_addr: "registry.terraform.io/example/kitchen",
      },
      { "@message": "answered request", diagnostic_error_count: 1, diagnostic_warning_count: 0 },
    ]);
  });

  it("is empty when Terraform shows none", async () => {
    const scene = await startKitchen("kitchen_dish", {});
    await scene.core.validate(config(scene.core, { name: "soup" }));
    expect(scene.log).toEqual([]);
  });
});
