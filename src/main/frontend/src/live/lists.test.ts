import { describe, expect, it } from "vitest";
import { ALICE, aConversation, BRUNO } from "../test/fixtures";
import { afterLeaving, asServed, belongs, correct, neighbour, place } from "./lists";

const listOf = (...items: ReturnType<typeof aConversation>[]) => ({ items, more: false });
const ids = (list: { items: { id: string }[] }) => list.items.map(({ id }) => id);

describe("which list a conversation is in", () => {
  it("is mine while it is assigned to me or closing", () => {
    expect(belongs("mine", aConversation({ state: "ASSIGNED", assignee: ALICE }), ALICE.id)).toBe(true);
    expect(belongs("mine", aConversation({ state: "CLOSING", assignee: ALICE }), ALICE.id)).toBe(true);
    expect(belongs("mine", aConversation({ state: "CLOSED", assignee: ALICE }), ALICE.id)).toBe(false);
    expect(belongs("mine", aConversation({ state: "ASSIGNED", assignee: BRUNO }), ALICE.id)).toBe(false);
  });

  it("leaves my list when it closes", () => {
    const open = aConversation({ id: "a", state: "ASSIGNED", assignee: ALICE });

    const after = place(listOf(open), "mine", { ...open, state: "CLOSED", version: 2 }, ALICE.id);

    expect(ids(after)).toEqual([]);
  });

  it("leaves my list when another agent takes it over", () => {
    const open = aConversation({ id: "a", state: "ASSIGNED", assignee: ALICE });

    const after = place(listOf(open), "mine", { ...open, assignee: BRUNO, version: 2 }, ALICE.id);

    expect(ids(after)).toEqual([]);
  });

  it("stays the same list when the change concerns neither", () => {
    const before = listOf(aConversation({ id: "a", state: "WAITING" }));

    expect(place(before, "queue", aConversation({ id: "b", state: "CLOSED" }), ALICE.id)).toBe(before);
  });
});

describe("the order of a list", () => {
  it("puts the newest activity of mine first", () => {
    const early = aConversation({ id: "early", assignee: ALICE, lastActivityAt: "2026-03-02T09:00:00Z" });
    const late = aConversation({ id: "late", assignee: ALICE, lastActivityAt: "2026-03-02T10:00:00Z" });
    const moved = { ...early, lastActivityAt: "2026-03-02T11:00:00Z", version: 2 };

    expect(ids(place(listOf(late, early), "mine", moved, ALICE.id))).toEqual(["early", "late"]);
  });

  it("serves the queue by priority, then by age", () => {
    const waiting = (id: string, priority: number, openedAt: string) =>
      aConversation({ id, state: "WAITING", assignee: null, priority, openedAt });
    const old = waiting("old", 0, "2026-03-02T09:00:00Z");
    const young = waiting("young", 0, "2026-03-02T10:00:00Z");
    const urgent = waiting("urgent", 5, "2026-03-02T11:00:00Z");

    const queue = [young, urgent, old].reduce((list, one) => place(list, "queue", one, ALICE.id), listOf());

    expect(ids(queue)).toEqual(["urgent", "old", "young"]);
  });
});

describe("a list that was overtaken by the live feed while it loaded", () => {
  it("takes the newer state of what changed", () => {
    const loaded = aConversation({ id: "a", assignee: ALICE, version: 3, unanswered: 0 });

    const list = correct(listOf(loaded), "mine", [{ ...loaded, version: 4, unanswered: 2 }], ALICE.id);

    expect(list.items[0]?.unanswered).toBe(2);
  });

  it("keeps the loaded state when the feed's is older", () => {
    const loaded = aConversation({ id: "a", assignee: ALICE, version: 3, unanswered: 0 });

    const list = correct(listOf(loaded), "mine", [{ ...loaded, version: 2, state: "CLOSED" }], ALICE.id);

    expect(ids(list)).toEqual(["a"]);
  });

  it("adds what arrived and drops what left", () => {
    const left = aConversation({ id: "left", assignee: ALICE, version: 1 });
    const arrived = aConversation({ id: "arrived", assignee: ALICE, version: 1 });

    const list = correct(listOf(left), "mine", [arrived, { ...left, state: "CLOSED", version: 2 }], ALICE.id);

    expect(ids(list)).toEqual(["arrived"]);
  });
});

describe("moving through a list", () => {
  const items = ["a", "b", "c"].map((id) => aConversation({ id }));

  it("starts at an end when nothing of it is open", () => {
    expect(neighbour(items, undefined, 1)).toBe("a");
    expect(neighbour(items, "elsewhere", -1)).toBe("c");
  });

  it("stops at the ends", () => {
    expect(neighbour(items, "b", 1)).toBe("c");
    expect(neighbour(items, "c", 1)).toBeUndefined();
  });

  it("goes on with the next one after resolving, else with the one before", () => {
    expect(afterLeaving(items, "b")).toBe("c");
    expect(afterLeaving(items, "c")).toBe("b");
    expect(afterLeaving(items.slice(0, 1), "a")).toBeUndefined();
  });
});

it("shows those who wait as they are served, and last whose place is not known yet", () => {
  const items = ["a", "b", "c"].map((id) => aConversation({ id, state: "WAITING" }));
  expect(
    asServed(
      items,
      new Map([
        ["c", 1],
        ["a", 2],
      ]),
    ).map(({ id }) => id),
  ).toEqual(["c", "a", "b"]);
  expect(asServed(items, undefined).map(({ id }) => id)).toEqual(["a", "b", "c"]);
});
