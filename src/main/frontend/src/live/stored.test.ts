import { describe, expect, it, vi } from "vitest";
import { drafts } from "./drafts";
import { forgetStored, keepStoredFor, stored } from "./stored";

describe("what is kept in the tab", () => {
  it("outlives a reload", async () => {
    drafts.set("c", "unfinished");
    vi.resetModules();

    const reloaded = await import("./drafts");

    expect(reloaded.drafts.get("c")).toBe("unfinished");
  });

  it("is there again for the same user", () => {
    keepStoredFor("alice");
    drafts.set("c", "unfinished");

    keepStoredFor("alice");

    expect(drafts.get("c")).toBe("unfinished");
  });

  it("is not there for another user", () => {
    keepStoredFor("alice");
    drafts.set("c", "for Alice's customer");

    keepStoredFor("bruno");

    expect(drafts.get("c")).toBe("");
    expect(Object.values({ ...sessionStorage }).join()).not.toContain("customer");
  });

  it("is gone after signing out, on screen too", () => {
    const told = vi.fn();
    const end = drafts.subscribe(told);
    drafts.set("c", "unfinished");
    told.mockClear();

    forgetStored();

    expect(told).toHaveBeenCalled();
    expect(drafts.get("c")).toBe("");
    end();
  });

  it("starts empty where the storage holds nonsense", () => {
    sessionStorage.setItem("pupitre.kept.broken.c", "{");

    expect(stored("broken", "").get("c")).toBe("");
  });
});
