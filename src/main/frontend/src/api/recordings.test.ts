import { expect, test } from "vitest";
import { ANY_SCORE, OPEN_STATES, type RecordingSort, sortedBy } from "./recordings";

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

test("an order by score leaves out those that nobody could rate yet", () => {
  expect(sortedBy("SCORE", null, { state: OPEN_STATES })[1]).toEqual({ score: ANY_SCORE });
  expect(sortedBy("SCORE", null, { state: "CLOSED" })[1]).toEqual({ state: "CLOSED", score: ANY_SCORE });
});

test("with the order by score goes what it brought along, and nothing else", () => {
  const last = { order: "SCORE", descending: true } as const;
  expect(sortedBy("SCORE", last, { tag: "late", score: ANY_SCORE })).toEqual([null, { tag: "late" }]);
  expect(sortedBy("OPENED", last, { score: ANY_SCORE })[1]).toEqual({});
  expect(sortedBy("SCORE", last, { score: "2" })).toEqual([null, { score: "2" }]);
  expect(sortedBy("OPENED", null, { score: ANY_SCORE })[1]).toEqual({ score: ANY_SCORE });
});
