import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { createQueryClient } from "../api/client";
import { keepStoredFor } from "../live/stored";
import { signOut } from "../shell/signOut";
import { aCampaign } from "../test/campaigns";
import { nothing, serve, setToken } from "../test/server";
import { forgetDrafts, useDraft } from "./useDraft";

const opened = () => renderHook(() => useDraft(aCampaign()));

beforeEach(() => {
  forgetDrafts();
  setToken("token");
  serve(() => nothing());
  keepStoredFor("sofia");
  const { result, unmount } = opened();
  act(() => result.current.change({ objective: "Mine" }));
  unmount();
});

it("is there again for whoever wrote it", () => {
  keepStoredFor("sofia");

  expect(opened().result.current.changes).toEqual({ objective: "Mine" });
});

it("is gone after signing out", async () => {
  await signOut(createQueryClient());

  expect(opened().result.current.dirty).toBe(false);
});

it("is not there for another user after the session ended by itself", () => {
  keepStoredFor("otto");

  expect(opened().result.current.dirty).toBe(false);
});
