import { describe, expect, it } from "vitest";
import type { PageProblem } from "../api/pages";
import { i18nOf } from "../i18n/i18n";
import { aPage } from "../test/pages";
import { problemWords } from "./problemWords";

const FR = i18nOf("fr");
const problem = (changes: Partial<PageProblem>): PageProblem => ({
  kind: "TOKEN_INVALID",
  reason: "As the server says it",
  remedy: "RECONNECT",
  permission: null,
  code: null,
  ...changes,
});

describe("what is wrong with a Page", () => {
  it("names the permission that is missing", () => {
    expect(problemWords(aPage(), problem({ kind: "PERMISSION_MISSING", permission: "pages_messaging" }), FR)).toBe(
      "Recevoir et envoyer des messages (pages_messaging)",
    );
  });

  it("names the events that Facebook keeps to itself", () => {
    const page = aPage({ missingFields: ["feed", "mention"] });

    expect(problemWords(page, problem({ kind: "FIELDS_MISSING" }), FR)).toContain("feed, mention");
  });

  it("tells when the first of its two ends comes", () => {
    const page = aPage({ tokenExpiresAt: "2026-05-02T12:00:00Z", dataAccessExpiresAt: "2026-04-03T12:00:00Z" });

    expect(problemWords(page, problem({ kind: "TOKEN_EXPIRING" }), FR)).toContain("3 avril 2026");
  });

  it("tells by the cause why nothing is sent", () => {
    const held = { cause: "DEAUTHORISED", reason: "Removed", since: "2026-03-02T09:00:00Z", until: null } as const;

    expect(problemWords(aPage({ held }), problem({ kind: "HELD" }), FR)).toContain("a retiré Pupitre");
  });

  it("tells by its code why a token is dead", () => {
    expect(problemWords(aPage(), problem({ code: "TOKEN_PASSWORD_CHANGED" }), FR)).toContain("mot de passe");
  });

  it("leaves Facebook's own words as they are", () => {
    expect(problemWords(aPage(), problem({ kind: "TOKEN_INVALID" }), FR)).toBe("As the server says it");
  });
});
