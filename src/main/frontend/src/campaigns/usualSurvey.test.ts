import { expect, it } from "vitest";
import { aCampaign } from "../test/campaigns";
import { withUsualWords } from "./usualSurvey";

it("asks in both languages from the start, and in the writer's whoever reads neither", () => {
  const { question, thanks } = withUsualWords(aCampaign().survey, "fr");

  expect(question.default).toContain("satisfait");
  expect(question.en).toContain("satisfied");
  expect(thanks).toEqual({ default: "Merci pour votre réponse.", en: "Thank you for your answer." });
});

it("keeps the words that there are", () => {
  const own = { default: "Happy?" };

  expect(withUsualWords({ ...aCampaign().survey, question: own }, "en").question).toBe(own);
});
