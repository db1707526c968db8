import { expect, it } from "vitest";
import type { Decision, Remark } from "../../api/finished";
import { i18nOf } from "../../i18n/i18n";
import { decisionWords, remarkWords } from "./decisionWords";

const decision = (coded: Remark | null): Decision => ({
  table: "listening",
  version: null,
  row: null,
  description: null,
  outputs: {},
  remark: "As the server says it",
  coded,
  at: "2026-03-02T09:00:00Z",
});
const name = () => "Soldes";
const said = (coded: Remark | null, language: "en" | "fr" = "fr") =>
  remarkWords(decision(coded), i18nOf(language), name);

it("says in one's own language what else is to be said of a decision", () => {
  const values = { campaign: "sales" };
  expect(said({ code: "CAMPAIGN_DISABLED", values })).toBe("La campagne Soldes était désactivée.");
  expect(said({ code: "CAMPAIGN_OTHER_PAGE", values: { ...values, page: "100" } })).toBe(
    "La campagne Soldes n’était pas pour cette Page (100).",
  );
  expect(said({ code: "CAMPAIGN_OTHER_CHANNEL", values: { ...values, channel: "COMMENT" } })).toBe(
    "La campagne Soldes ne prenait pas les commentaires.",
  );
  expect(said({ code: "OTHER_VERSION", values: { version: "3" } }, "en")).toContain("another version than 3");
  expect(said({ code: "OTHER_VERSION", values: {} }, "en")).not.toContain("{");
});

it("leaves what it has no words for as the server says it", () => {
  expect(said(null)).toBe("As the server says it");
  expect(said({ code: "OF_A_LATER_VERSION", values: {} } as unknown as Remark)).toBe("As the server says it");
});

it.each([
  [true, "Peut être envoyé"],
  [false, "Ne peut pas être envoyé"],
])("says whether a message may be sent: %s", (allowed, words) => {
  const verdict = { ...decision(null), table: "messaging-policy", outputs: { allowed } };
  expect(decisionWords(verdict, i18nOf("fr"), name)).toBe(words);
});
