import type { Campaign, Localised } from "../api/campaigns";
import type { Language } from "../i18n/words";

type Survey = Campaign["survey"];
type Text = "question" | "commentQuestion" | "thanks";

const USUAL: Record<Text, Record<Language, string>> = {
  question: {
    en: "How satisfied are you with our answer, from 1 (not at all) to 5 (very)?",
    fr: "Êtes-vous satisfait de notre réponse, de 1 (pas du tout) à 5 (très) ?",
  },
  commentQuestion: {
    en: "Thank you! Is there anything you would like to tell us?",
    fr: "Merci ! Souhaitez-vous nous dire quelque chose ?",
  },
  thanks: { en: "Thank you for your answer.", fr: "Merci pour votre réponse." },
};

const isBlank = (text: Localised) => Object.values(text).every((words) => words.trim() === "");

/** The survey with the usual words wherever it has none, in both languages; the writer's own is for all others. */
export function withUsualWords(survey: Survey, language: Language): Survey {
  const other = language === "fr" ? "en" : "fr";
  const words = (text: Text) =>
    isBlank(survey[text]) ? { default: USUAL[text][language], [other]: USUAL[text][other] } : survey[text];
  return { ...survey, question: words("question"), commentQuestion: words("commentQuestion"), thanks: words("thanks") };
}
