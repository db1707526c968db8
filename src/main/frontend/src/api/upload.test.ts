import { describe, expect, it, vi } from "vitest";
import { anAttachment } from "../test/fixtures";
import { made, Request, serveRequests } from "../test/request";
import { json, serve, setToken } from "../test/server";
import { NoAnswer } from "./http";
import { Cancelled, upload } from "./upload";

const FILE = new File(["x"], "photo.png", { type: "image/png" });

serveRequests("first");

describe("an upload", () => {
  it("tells how far it is and what became of it", async () => {
    const parts: number[] = [];
    const { done } = upload("/files", FILE, (part) => parts.push(part));
    await made(1);

    Request.made[0]?.upload.onprogress?.({ loaded: 1, total: 4 });
    Request.made[0]?.answers(201, anAttachment());

    await expect(done).resolves.toMatchObject({ id: "a-1" });
    expect(parts).toEqual([0.25]);
    expect(Request.made[0]?.headers["X-XSRF-TOKEN"]).toBe("first");
  });

  it("is repeated once with a fresh token when the token had gone stale", async () => {
    serve(() => {
      setToken("second");
      return json({});
    });
    const { done } = upload("/files", FILE, () => {});
    await made(1);

    Request.made[0]?.answers(403, { detail: "Expected a valid token" });
    await made(2);
    Request.made[1]?.answers(201, anAttachment());

    await expect(done).resolves.toMatchObject({ id: "a-1" });
    expect(Request.made[1]?.headers["X-XSRF-TOKEN"]).toBe("second");
  });

  it("is refused when the token was not the reason", async () => {
    serve(() => json({}));
    const { done } = upload("/files", FILE, () => {});
    await made(1);

    Request.made[0]?.answers(403, { detail: "Expected an agent" });

    await expect(done).rejects.toThrow("Expected an agent");
    expect(Request.made).toHaveLength(1);
  });

  it("gives up when nothing moves, however long it took until then", async () => {
    vi.useFakeTimers();
    const { done } = upload("/files", FILE, () => {});
    const outcome = expect(done).rejects.toBeInstanceOf(NoAnswer);
    await vi.advanceTimersByTimeAsync(29_000);
    Request.made[0]?.upload.onprogress?.({ loaded: 1, total: 4 });
    await vi.advanceTimersByTimeAsync(29_000);
    expect(Request.made[0]?.aborted).toBe(false);

    await vi.advanceTimersByTimeAsync(1_000);

    expect(Request.made[0]?.aborted).toBe(true);
    await outcome;
  });

  it("can be called off", async () => {
    const { done, cancel } = upload("/files", FILE, () => {});
    await made(1);

    cancel();

    await expect(done).rejects.toBeInstanceOf(Cancelled);
    expect(Request.made[0]?.aborted).toBe(true);
  });
});
