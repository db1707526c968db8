import { expect, test } from "vitest";
import { ANY_SCORE, type RecordingSort, sortedBy } from "./recordings";

test("the newest come first, then the oldest, then the usual order again", () => {
  let sort: RecordingSort = null;
  const seen: RecordingSort[] = [];
  for (let click = 0; click < 3; click++) {
    [sort] = sortedBy("OPENED", sort, {});
    seen.push(sort);
  }
  expect(seen).toEqual([{ order: "OPENED", descending: true }, { order: "OPENED", descending: false }, null]);
});

test("an order by score begins with the worst, and with those that have one", () => {
  expect(sortedBy("SCORE", null, { tag: "late" })).toEqual([
    { order: "SCORE", descending: false },
    { tag: "late", score: ANY_SCORE },
  ]);
});

test("who looks for one score goes on looking for it", () => {
  expect(sortedBy("SCORE", null, { score: "2" })[1]).toEqual({ score: "2" });
});
