import { expect, test } from "vitest";
import { received, startBench } from "./support/mock.js";
import { json, sampleToken, startPlainServer } from "./support/plain-server.js";

const LIST = "ServiceUserTokensService_ListServiceUserTokens";

/** Tokens a, b, c … of which every third is revoked. */
async function withTokens(count: number) {
  const service_user_tokens = Array.from({ length: count }, (_, i) => ({
    name: `t${i}`,
    status: i % 3 === 2 ? ("revoked" as const) : ("active" as const),
  }));
  const bench = await startBench({}, { seed: { organizations: [{ name: "Acme", service_user_tokens }] } });
  return { ...bench, names: service_user_tokens.map((token) => token.name) };
}

test("a list is read item by item, and pages only as they are needed", async () => {
  const { client, server, names } = await withTokens(12);
  const seen: string[] = [];
  for await (const token of client.serviceUserTokens.list({ page_size: 5 })) {
    seen.push(token.name);
    if (seen.length === 6) break;
  }
  expect(seen).toEqual(names.slice(0, 6));
  expect(received(server, "ListServiceUserTokens")).toBe(2);
});

test("pages come as the API sends them", async () => {
  const { client } = await withTokens(12);
  const sizes: number[] = [];
  for await (const page of client.serviceUserTokens.list({ page_size: 5 }).pages()) {
    sizes.push(page.service_user_tokens.length);
  }
  expect(sizes).toEqual([5, 5, 2]);
});

test("all() returns every item and that these are all", async () => {
  const { client, server, names } = await withTokens(25);
  const { items, complete } = await client.serviceUserTokens.list().all();
  expect(items.map((token) => token.name)).toEqual(names);
  expect(complete).toBe(true);
  expect(received(server, "ListServiceUserTokens")).toBe(1);
});

test("all() with a limit says that there is more", async () => {
  const { client, server } = await withTokens(12);
  const list = client.serviceUserTokens.list({ page_size: 5 });
  expect(await list.all({ limit: 7 })).toMatchObject({ complete: false, items: { length: 7 } });
  expect(received(server, "ListServiceUserTokens")).toBe(2);
  expect(await list.all({ limit: 12 })).toMatchObject({ complete: true, items: { length: 12 } });
});

test("an empty list is complete", async () => {
  const { client } = await withTokens(0);
  expect(await client.serviceUserTokens.list().all()).toMatchObject({ items: [], complete: true });
});

test("a list that shifts once while it is read is read again", async () => {
  for (const by of [1, -1]) {
    const { client, server, names } = await withTokens(12);
    server.faults.add({ operation: LIST, kind: "shifted_page", by, times: 1 });
    const { items, complete } = await client.serviceUserTokens.list({ page_size: 5 }).all();
    expect(items.map((token) => token.name)).toEqual(names);
    expect(complete).toBe(true);
  }
});

test("a list that shifts every time is not called complete", async () => {
  for (const by of [1, -1]) {
    const { client, server } = await withTokens(12);
    server.faults.add({ operation: LIST, kind: "shifted_page", by });
    const { items, complete } = await client.serviceUserTokens.list({ page_size: 4 }).all();
    expect(complete, `shifted by ${by}`).toBe(false);
    expect(new Set(items.map((token) => token.id)).size).toBe(items.length);
  }
});

test("a list of several pages is read twice to be sure, unless told otherwise", async () => {
  const { client, server, names } = await withTokens(12);
  const list = client.serviceUserTokens.list({ page_size: 6 });
  expect(await list.all()).toMatchObject({ complete: true, items: { length: 12 } });
  expect(received(server, "ListServiceUserTokens")).toBe(4);
  const { items, complete } = await list.all({ confirm: false });
  expect(items.map((token) => token.name)).toEqual(names);
  expect(complete).toBe(true);
  expect(received(server, "ListServiceUserTokens")).toBe(6);
});

test("an item that appears on two pages is given once", async () => {
  const { client, server, names } = await withTokens(12);
  server.faults.add({ operation: LIST, kind: "shifted_page", by: 2 });
  const seen: string[] = [];
  for await (const token of client.serviceUserTokens.list({ page_size: 5 })) seen.push(token.name);
  expect(seen).toEqual(names);
});

test("a page that fails is read again without losing its place", async () => {
  const { client, server, names } = await withTokens(12);
  server.faults.add({ operation: LIST, kind: "drop", after: 1, times: 1 });
  const { items } = await client.serviceUserTokens.list({ page_size: 5 }).all();
  expect(items.map((token) => token.name)).toEqual(names);
});

test("a list whose pages lead in a circle ends with an error", async () => {
  const { url } = await startPlainServer((_request, response) => {
    json(response, 200, {
      service_user_tokens: [sampleToken],
      next_page_token: "again",
      active_count: 1,
      active_limit: 20,
    });
  });
  const { connect } = await startBench();
  const list = connect({ baseUrl: url }).serviceUserTokens.list();
  await expect(list.all()).rejects.toMatchObject({ code: "UNEXPECTED_RESPONSE", field: "next_page_token" });
});

test("a list can be read twice, each time again", async () => {
  const { client } = await withTokens(1);
  const list = client.serviceUserTokens.list();
  await list.all();
  await client.serviceUserTokens.create({ name: "new" });
  expect((await list.all()).items).toHaveLength(2);
});
