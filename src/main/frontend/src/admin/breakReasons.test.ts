import { describe, expect, it } from "vitest";
import { MOST_REASONS, moved, reasonFault, storedReason } from "./breakReasons";

const words = (reason: string) => (reason === "LUNCH" ? "Déjeuner" : reason);

describe("kinds of breaks", () => {
  it("are added once, whatever the case, and by no name that stands for one already", () => {
    expect(reasonFault(["LUNCH"], "  ", words)).toBe("none");
    expect(reasonFault(["LUNCH"], "Fire drill", words)).toBeNull();
    expect(reasonFault(["Fire drill"], " fire DRILL ", words)).toBe("there");
    expect(reasonFault(["LUNCH"], "déjeuner", words)).toBe("there");
    expect(
      reasonFault(
        Array.from({ length: MOST_REASONS }, (_, n) => `Kind ${n}`),
        "One more",
        words,
      ),
    ).toBe("full");
  });

  it("are stored by the name that every language has words for", () => {
    expect(storedReason(" Déjeuner ", ["LUNCH", "MEETING"], words)).toBe("LUNCH");
    expect(storedReason(" Fire drill ", ["LUNCH"], words)).toBe("Fire drill");
  });

  it("move up and down, but not beyond the edge", () => {
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
  });
});
