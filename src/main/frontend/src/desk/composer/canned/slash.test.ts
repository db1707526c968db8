import { describe, expect, it } from "vitest";
import { fitting, putIn, slashAt } from "./slash";

const DELIVERY = { shortcut: "delivery", title: "Delivery times", text: "It takes three days." };
const RETURNS = { shortcut: "retour", title: "Échange", text: "Send it back within a month, delivery is free." };

describe("the search by /", () => {
  it("begins at the beginning of a word", () => {
    expect(slashAt("/de", 3)).toEqual({ from: 0, to: 3, query: "de" });
    expect(slashAt("Hello /", 7)).toEqual({ from: 6, to: 7, query: "" });
    expect(slashAt("one\n/é", 6)).toEqual({ from: 4, to: 6, query: "é" });
  });

  it("is none in dates, addresses, or behind the word", () => {
    expect(slashAt("24/12", 5)).toBeNull();
    expect(slashAt("https://example.com/a", 21)).toBeNull();
    expect(slashAt("and/or", 6)).toBeNull();
    expect(slashAt("/de livery", 10)).toBeNull();
  });

  it("looks at the shortcut first, then at title and text, whatever the accents", () => {
    expect(fitting([RETURNS, DELIVERY], "deliv")).toEqual([DELIVERY, RETURNS]);
    expect(fitting([RETURNS, DELIVERY], "echange")).toEqual([RETURNS]);
    expect(fitting([RETURNS, DELIVERY], "")).toEqual([RETURNS, DELIVERY]);
    expect(fitting([RETURNS, DELIVERY], "zebra")).toEqual([]);
  });

  it("gives way to the response and leaves the rest as it is", () => {
    expect(putIn("Hello /de, bye", { from: 6, to: 9, query: "de" }, DELIVERY)).toEqual({
      text: "Hello It takes three days., bye",
      caret: 26,
    });
  });
});
