import { describe, expect, it } from "vitest";
import { begunAt, meant, naming, partsOf } from "./mentioning";

const SOFIA = { id: "sofia", name: "Sofia Réault" };
const BRUNO = { id: "bruno", name: "Bruno" };
const ALL = [BRUNO, SOFIA, { id: "noa", name: "Noa Sofer" }];

describe("naming a colleague", () => {
  it("begins behind a sign that no address has in its middle", () => {
    expect(begunAt("@", 1)).toBe("");
    expect(begunAt("Ask @so", 7)).toBe("so");
    expect(begunAt("Ask @so now", 7)).toBe("so");
    expect(begunAt("ada@so", 6)).toBeUndefined();
    expect(begunAt("Ask @so now", 11)).toBeUndefined();
  });

  it("finds them by id first, then by name without accents", () => {
    expect(meant("sof", ALL).map(({ id }) => id)).toEqual(["sofia", "noa"]);
    expect(meant("reault", ALL)).toEqual([SOFIA]);
    expect(meant("xyz", ALL)).toEqual([]);
  });

  it("puts their id in the place of what was begun, and one space behind it", () => {
    expect(naming("Ask @so", 7, "so", SOFIA)).toEqual({ text: "Ask @sofia ", caret: 11 });
    expect(naming("Ask @so please", 7, "so", SOFIA)).toEqual({ text: "Ask @sofia please", caret: 11 });
  });
});

describe("a note that is read", () => {
  it("has names where ids were written, and only of those who were told", () => {
    expect(partsOf("@sofia, and @bruno. Not @nobody", [SOFIA, BRUNO])).toEqual([
      { text: "@Sofia Réault", mention: SOFIA },
      { text: ", and " },
      { text: "@Bruno", mention: BRUNO },
      { text: ". Not @nobody" },
    ]);
  });
});
