import { describe, expect, it } from "vitest";
import type { MessengerProfile } from "../api/pages";
import { faultOf, keyed, profileOf, rowsOf } from "./profileForm";

const EMPTY: MessengerProfile = { greetings: [], getStarted: null, iceBreakers: [], menu: [] };
const FULL: MessengerProfile = {
  greetings: [
    { locale: "default", text: "Hello!" },
    { locale: "fr_FR", text: "Bonjour !" },
  ],
  getStarted: "START",
  iceBreakers: [{ question: "When do you open?", payload: "HOURS" }],
  menu: [{ kind: "LINK", title: "Shop", value: "https://example.org" }],
};

describe("a Page's profile in Messenger", () => {
  it("comes back as it was", () => {
    expect(profileOf(rowsOf(FULL))).toEqual(FULL);
    expect(profileOf(rowsOf(EMPTY))).toEqual(EMPTY);
  });

  it("says what is missing", () => {
    expect(faultOf(rowsOf(EMPTY))).toBeNull();
    expect(faultOf(rowsOf(FULL))).toBeNull();
    expect(faultOf({ ...rowsOf(FULL), iceBreakers: [keyed({ question: "", payload: "X" })] })).toBe("fault");
    expect(faultOf({ ...rowsOf(FULL), menu: [keyed({ kind: "LINK", title: "Shop", value: "example.org" })] })).toBe(
      "fault",
    );
    expect(faultOf({ ...rowsOf(FULL), getStarted: " " })).toBe("menuNeedsStart");
  });

  it("needs a greeting for all other languages where there is one at all", () => {
    const french = { locale: "fr_FR", text: "Bonjour !" };
    const rows = (...greetings: MessengerProfile["greetings"]) => rowsOf({ ...EMPTY, greetings });

    expect(faultOf(rows(french))).toBe("needsDefault");
    expect(faultOf(rows(french, { locale: "default", text: "  " }))).toBe("needsDefault");
    expect(faultOf(rows(french, { locale: "default", text: "Hello!" }))).toBeNull();
  });
});
