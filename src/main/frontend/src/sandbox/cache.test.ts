import { describe, expect, it } from "vitest";
import type { SandboxMessage } from "../api/sandboxTypes";
import { putCustomer, putMessage } from "./cache";
import { aCustomer, aSandboxMessage } from "./fixtures";

const customer = (id: string, lastAt: string | null) => aCustomer({ id, lastAt });
const message = (mid: string, minute: number, changes: Partial<SandboxMessage> = {}) =>
  aSandboxMessage({ mid, at: new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString(), ...changes });

describe("the sandbox's customers", () => {
  it("stand by newest activity, those who never wrote last", () => {
    const silent = customer("silent", null);
    const early = customer("early", "2026-03-02T09:00:00Z");
    const late = { ...early, id: "late", lastAt: "2026-03-02T10:00:00Z" };

    expect(
      putCustomer([late, early, silent], { ...early, lastAt: "2026-03-02T11:00:00Z" }).map(({ id }) => id),
    ).toEqual(["early", "late", "silent"]);
  });
});

describe("a customer's thread", () => {
  it("takes a message once, and its change in place", () => {
    const thread = [message("a", 1), message("b", 2)];

    const after = putMessage(thread, message("a", 1, { read: true }));

    expect(after.map(({ mid, read }) => [mid, read])).toEqual([
      ["a", true],
      ["b", false],
    ]);
  });

  it("puts a late message where it belongs", () => {
    expect(putMessage([message("a", 1), message("c", 3)], message("b", 2)).map(({ mid }) => mid)).toEqual([
      "a",
      "b",
      "c",
    ]);
  });
});
