import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { json, serve } from "../test/server";
import { placesQuery } from "./finished";

it("knows the places of all who wait", async () => {
  const all = Array.from({ length: 450 }, (_, n) => ({ conversation: `c-${n}`, position: n + 1 }));
  const calls = serve(({ path }) => {
    const query = new URL(path, "http://localhost").searchParams;
    const [page, size] = [Number(query.get("page")), Number(query.get("size"))];
    return json({ items: all.slice(page * size, (page + 1) * size), page, size, total: all.length });
  });

  const places = await new QueryClient().fetchQuery(placesQuery);

  expect(places.size).toBe(450);
  expect(places.get("c-449")).toBe(450);
  expect(calls).toHaveLength(3);
});
