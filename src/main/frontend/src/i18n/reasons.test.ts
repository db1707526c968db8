import { describe, expect, it } from "vitest";
import { NoAnswer, Refused } from "../api/http";
import { i18nOf } from "./i18n";
import { errorWords, reasonWords } from "./reasons";

const { t } = i18nOf("fr");

describe("the reason why something was not done", () => {
  it("is told in the reader's language where its code is known", () => {
    expect(reasonWords("CUSTOMER_UNREACHABLE", "The customer cannot be reached on Messenger", t)).toBe(
      "Le client n’est pas joignable sur Messenger.",
    );
  });

  it("stays as the server said it where there are no words for it", () => {
    expect(reasonWords("OF_A_NEWER_SERVER", "As never before", t)).toBe("As never before");
    expect(reasonWords(null, "Written before there were codes", t)).toBe("Written before there were codes");
    expect(reasonWords(null, null, t)).toBeNull();
  });
});

describe("a call that failed", () => {
  it("says why in the reader's language", () => {
    expect(errorWords(new Refused(409, { detail: "The Page is not connected", code: "PAGE_NOT_CONNECTED" }), t)).toBe(
      "La Page n’est pas connectée.",
    );
    expect(errorWords(new NoAnswer("cut"), t)).toBe("Le serveur n’a pas répondu.");
  });

  it("says what the server said where that has no code", () => {
    expect(errorWords(new Refused(400, { detail: "Expected text" }), t)).toBe("Expected text");
  });
});
