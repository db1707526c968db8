import { describe, expect, it } from "vitest";
import type { SandboxAttachment } from "../../api/sandboxTypes";
import { windowOf } from "../window";
import { lookOf } from "./attachments";
import { placeOf } from "./place";
import { mayRefer, NO_REFERRAL, referralOf } from "./referral";

const attachment = (changes: Partial<SandboxAttachment>): SandboxAttachment => ({
  type: "image",
  url: null,
  title: null,
  contentType: null,
  stickerId: null,
  latitude: null,
  longitude: null,
  ...changes,
});

describe("an attachment", () => {
  it("looks like a sticker in the new form and in the old one", () => {
    expect(lookOf(attachment({ type: "sticker", stickerId: 369239263222822 }))).toBe("sticker");
    expect(lookOf(attachment({ type: "image", stickerId: 369239263222822 }))).toBe("sticker");
    expect(lookOf(attachment({ type: "image" }))).toBe("picture");
  });

  it("that nobody knows is named, not shown", () => {
    expect(lookOf(attachment({ type: "hologram" }))).toBe("nothing");
  });
});

describe("a referral", () => {
  it("by a link needs nothing more", () => {
    expect(mayRefer(NO_REFERRAL)).toBe(true);
    expect(referralOf({ ...NO_REFERRAL, ref: "spring" })).toEqual({
      ref: "spring",
      source: "SHORTLINK",
      type: "OPEN_THREAD",
    });
  });

  it("by an ad needs the ad's number", () => {
    expect(mayRefer({ ...NO_REFERRAL, way: "ad" })).toBe(false);
    expect(mayRefer({ ...NO_REFERRAL, way: "ad", adId: "6045" })).toBe(true);
    expect(referralOf({ way: "ad", ref: "", adId: "6045", adTitle: "Coffee" })).toEqual({
      source: "ADS",
      type: "OPEN_THREAD",
      adId: "6045",
      adTitle: "Coffee",
    });
  });

  it("keeps to what a ref may be made of", () => {
    expect(mayRefer({ ...NO_REFERRAL, ref: "a b" })).toBe(false);
    expect(mayRefer({ ...NO_REFERRAL, ref: "a".repeat(251) })).toBe(false);
  });
});

describe("a place", () => {
  it("is typed with a point or a comma", () => {
    expect(placeOf({ title: " Lyon ", latitude: "45,76", longitude: "4.83" })).toEqual({
      title: "Lyon",
      latitude: 45.76,
      longitude: 4.83,
    });
  });

  it("is none outside the globe or without a number", () => {
    expect(placeOf({ title: "", latitude: "91", longitude: "0" })).toBeNull();
    expect(placeOf({ title: "", latitude: "", longitude: "0" })).toBeNull();
    expect(placeOf({ title: "", latitude: "north", longitude: "0" })).toBeNull();
  });
});

describe("Meta's window", () => {
  const now = Date.parse("2026-03-02T12:00:00Z");

  it("is open for 24 hours after the customer was in touch", () => {
    expect(windowOf("2026-03-01T12:00:01Z", now)).toEqual({ kind: "open", closesAt: "2026-03-02T12:00:01.000Z" });
    expect(windowOf("2026-03-01T12:00:00Z", now)).toEqual({ kind: "closed" });
    expect(windowOf(null, now)).toEqual({ kind: "never" });
  });
});
