import { describe, expect, it } from "vitest";
import { addressIn } from "./AnswerOf";
import { isOn, SWITCH_NAMES, turn } from "./behaviours";
import { faultOf } from "./faults";
import { missingAfter } from "./permissions";

describe("the switches of the behaviour", () => {
  it.each(SWITCH_NAMES)("%s is on once it was turned on, and off again after", (name) => {
    const on = turn(name, true, {});

    expect(isOn(name, {})).toBe(false);
    expect(isOn(name, on)).toBe(true);
    expect(turn(name, false, on)).toEqual({});
  });

  it("leave each other alone", () => {
    const both = turn("duplicates", true, turn("noEchoes", true, {}));

    expect(both).toEqual({ echoes: false, copies: 2 });
    expect(turn("noEchoes", false, both)).toEqual({ copies: 2 });
  });

  it("take what a program has set for on, whatever the number", () => {
    expect(isOn("slow", { delayMillis: 250 })).toBe(true);
    expect(isOn("slow", { delayMillis: null })).toBe(false);
  });

  it("have all webhooks late, or some of them out of order, but not both", () => {
    const outOfOrder = turn("outOfOrder", true, turn("late", true, {}));
    expect([isOn("late", outOfOrder), isOn("outOfOrder", outOfOrder)]).toEqual([false, true]);

    const late = turn("late", true, outOfOrder);
    expect([isOn("late", late), isOn("outOfOrder", late)]).toEqual([true, false]);
  });
});

describe("a fault", () => {
  it("hits the next messages with Meta's code and subcode", () => {
    expect(faultOf("restricted", 3, "sends")).toEqual({ calls: 3, code: 10, subcode: 1893063 });
  });

  it("breaks the line before or after the message was taken", () => {
    expect(faultOf("dropped", 1, "sends")).toEqual({ calls: 1, drop: true });
    expect(faultOf("droppedAfter", 1, "sends")).toEqual({ calls: 1, drop: true, acceptFirst: true });
  });

  it("takes nothing first where it hits other calls than messages", () => {
    expect(faultOf("droppedAfter", 1, "comments")).toEqual({ calls: 1, drop: true, path: "/comments" });
  });
});

describe("permissions", () => {
  it("are missing once taken away, and only once", () => {
    expect(missingAfter(["pages_messaging"], "pages_messaging", false)).toEqual(["pages_messaging"]);
    expect(missingAfter(["pages_messaging"], "pages_show_list", false)).toEqual(["pages_messaging", "pages_show_list"]);
    expect(missingAfter(["pages_messaging", "pages_show_list"], "pages_messaging", true)).toEqual(["pages_show_list"]);
  });
});

describe("the answer to a callback", () => {
  it("names the address where the state can be seen, if it is one", () => {
    expect(addressIn('{"url": "https://p/privacy/deletions/x", "confirmation_code": "x"}')).toBe(
      "https://p/privacy/deletions/x",
    );
    expect(addressIn('{"url": 7}')).toBeNull();
    expect(addressIn("")).toBeNull();
    expect(addressIn("<html>")).toBeNull();
  });
});
