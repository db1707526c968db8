import { describe, expect, it, vi } from "vitest";
import { drafts } from "./drafts";
import { forgetStored, keepStoredFor, stored } from "./stored";

describe("what is kept in the browser", () => {
  it("outlives the tab it was written in", async () => {
    drafts.set("c", "unfinished");
    sessionStorage.clear();
    vi.resetModules();

    const opened = await import("./drafts");

    expect(opened.drafts.get("c")).toBe("unfinished");
  });

  it("is the same in two tabs, so that neither writes over what the other keeps", async () => {
    drafts.set("c", "begun");
    localStorage.setItem("pupitre.kept.draft.c", '"gone on with"');
    window.dispatchEvent(
      new StorageEvent("storage", {
        key: "pupitre.kept.draft.c",
        newValue: '"gone on with"',
        storageArea: localStorage,
      }),
    );

    expect(drafts.get("c")).toBe("gone on with");
    expect([...drafts.all()]).toEqual([["c", "gone on with"]]);
  });

  it("outlives a reload", async () => {
    drafts.set("c", "unfinished");
    vi.resetModules();

    const reloaded = await import("./drafts");

    expect(reloaded.drafts.get("c")).toBe("unfinished");
  });

  it("is taken over from the tab where an earlier version kept it", async () => {
    sessionStorage.setItem("pupitre.kept.owner", "alice");
    sessionStorage.setItem("pupitre.kept.draft.c", '"unfinished"');
    vi.resetModules();

    const opened = await import("./drafts");

    expect(opened.drafts.get("c")).toBe("unfinished");
    expect(sessionStorage).toHaveLength(0);
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
    expect(Object.values({ ...localStorage }).join()).not.toContain("customer");
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
    localStorage.setItem("pupitre.kept.broken.c", "{");

    expect(stored("broken", "").get("c")).toBe("");
  });
});
