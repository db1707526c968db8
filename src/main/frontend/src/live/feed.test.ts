import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Line } from "../test/line";
import { type LineState, openFeed } from "./feed";

const line = () => Line.newest();
let states: LineState[];
let events: [string, unknown][];
let gaps: number;
let heard: number;
let close: () => void = () => {};

function open(mayRetry?: () => Promise<boolean>, resumes = true) {
  close = openFeed({
    url: "/api/v1/events",
    events: ["message"],
    resumes,
    onEvent: (name, data) => events.push([name, data]),
    onGap: () => gaps++,
    onState: (state) => states.push(state),
    onHeard: () => heard++,
    silentAfter: 45_000,
    ...(mayRetry && { mayRetry }),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Line);
  Line.opened = [];
  states = [];
  events = [];
  gaps = 0;
  heard = 0;
});
afterEach(() => close());

describe("the live feed", () => {
  it("hands on what it is told", () => {
    open();
    line().connects();

    line().tells("message", { n: 1 });

    expect(events).toEqual([["message", { n: 1 }]]);
  });

  it("answers what it hears, but not each of many, and nothing while the line is silent", () => {
    open();
    line().connects();

    line().tells("beat", {});
    expect(heard).toBe(1);
    line().tells("message", { n: 1 });
    line().tells("beat", {});
    expect(heard).toBe(1);

    vi.advanceTimersByTime(15_000);
    expect(heard).toBe(1);
    line().tells("message", { n: 2 });
    expect(heard).toBe(2);
    expect(events).toHaveLength(2);
  });

  it("does not bother the reader with a short break, which the browser mends and resumes", () => {
    open();
    line().connects();

    line().breaks();
    vi.advanceTimersByTime(1_000);
    line().connects();
    vi.advanceTimersByTime(5_000);

    expect(states).toEqual(["up", "up"]);
    expect(gaps).toBe(0);
  });

  it("says when a break lasts", () => {
    open();
    line().connects();

    line().breaks();
    vi.advanceTimersByTime(5_000);

    expect(states.at(-1)).toBe("down");
  });

  it("opens a new line after a refusal and asks for everything again, as the old one's place is lost", async () => {
    open();
    line().connects();

    line().isRefused();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(Line.opened).toHaveLength(2);
    line().connects();

    expect(gaps).toBe(1);
    expect(states.at(-1)).toBe("up");
  });

  it("gives its line up with a page that is kept for the way back, and takes a new one there", () => {
    open();
    line().connects();

    window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    expect(line().readyState).toBe(Line.CLOSED);
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    expect(Line.opened).toHaveLength(2);
    line().connects();

    expect(gaps).toBe(1);
  });

  it("takes no second line when a page is shown for the first time", () => {
    open();

    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false }));

    expect(Line.opened).toHaveLength(1);
  });

  it("waits longer from try to try, up to half a minute", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    open();
    const pauses: number[] = [];

    for (let opened = 1; opened <= 6; opened++) {
      const refusedAt = Date.now();
      line().isRefused();
      while (Line.opened.length === opened) await vi.advanceTimersByTimeAsync(500);
      pauses.push(Date.now() - refusedAt);
    }

    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000]);
  });

  it("asks for everything again after any break when the server does not resume", () => {
    open(undefined, false);
    line().connects();

    line().breaks();
    line().connects();

    expect(gaps).toBe(1);
  });

  it("gives a line up on which nothing comes any more, though it never broke, and asks for everything again", async () => {
    open();
    line().connects();
    line().tells("beat", {});

    await vi.advanceTimersByTimeAsync(44_000);
    expect(states).toEqual(["up"]);
    await vi.advanceTimersByTimeAsync(3_000);

    expect(states).toEqual(["up", "down"]);
    expect(Line.opened.map(({ readyState }) => readyState)).toEqual([Line.CLOSED, 0]);
    line().connects();
    expect(states).toEqual(["up", "down", "up"]);
    expect(gaps).toBe(1);
  });

  it("gives a line up, too, that never comes to be", async () => {
    open();

    await vi.advanceTimersByTimeAsync(47_000);

    expect(states).toEqual(["down"]);
    expect(Line.opened).toHaveLength(2);
  });

  it("keeps a line on which only beats come", async () => {
    open();
    line().connects();

    for (let beats = 0; beats < 40; beats++) {
      await vi.advanceTimersByTimeAsync(15_000);
      line().tells("beat", {});
    }

    expect(Line.opened).toHaveLength(1);
    expect(states).toEqual(["up"]);
  });

  it("says at once that the browser has no network, and comes back with it by one line", async () => {
    let answer = (_: boolean) => {};
    open(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    line().connects();

    window.dispatchEvent(new Event("offline"));
    expect(states).toEqual(["up", "down"]);
    answer(true);
    await vi.advanceTimersByTimeAsync(0);
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(5_000);

    expect(Line.opened).toHaveLength(2);
    line().connects();
    expect(gaps).toBe(1);
  });

  it("ends when the session is over", async () => {
    open(async () => false);

    line().isRefused();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(Line.opened).toHaveLength(1);
  });

  it("stays closed once it was closed", async () => {
    open();
    line().isRefused();
    close();

    await vi.advanceTimersByTimeAsync(60_000);

    expect(Line.opened).toHaveLength(1);
  });
});
