import { type Campaign, type CampaignDraft, DEFAULT_LANGUAGE, type Localised } from "../api/campaigns";

/** Messenger Platform, Send API: a text has at most 2000 characters. */
export const LONGEST_TEXT = 2000;

const FIELDS = [
  "name",
  "channels",
  "pages",
  "objective",
  "strategy",
  "schedule",
  "zone",
  "thresholds",
  "waiting",
  "maximumPerAgent",
  "greeting",
  "afterHours",
  "survey",
  "assistant",
  "cannedResponses",
  "members",
  "tags",
] as const satisfies readonly (keyof CampaignDraft)[];

/** Tells NaN from null, which JSON by itself does not. */
const written = (value: unknown) => JSON.stringify(value, (_, part) => (Number.isNaN(part) ? "NaN" : part));
const same = (a: unknown, b: unknown) => written(a) === written(b);

/** The fields that are not as they were, as they are to be. */
export function changesOf(before: CampaignDraft, after: CampaignDraft): Partial<CampaignDraft> {
  return Object.fromEntries(
    FIELDS.filter((field) => !same(before[field], after[field])).map((field) => [field, after[field]]),
  );
}

const holdsNoNumber = (value: unknown): boolean =>
  Number.isNaN(value) || (typeof value === "object" && value !== null && Object.values(value).some(holdsNoNumber));

/** The fields in which something was typed that is no number within its bounds: it stands there as NaN. */
export const unfitOf = (draft: CampaignDraft): string[] => FIELDS.filter((field) => holdsNoNumber(draft[field]));

/** What somebody else made of it, with one's own changes on top. */
export const onTopOf = (theirs: Campaign, before: CampaignDraft, mine: CampaignDraft): Campaign => ({
  ...theirs,
  ...changesOf(before, mine),
});

export const SECTIONS = ["general", "people", "hours", "waiting", "texts", "assistant", "survey", "canned"] as const;
export type Section = (typeof SECTIONS)[number];

const SECTION_OF: Record<string, Section> = {
  strategy: "people",
  members: "people",
  maximumPerAgent: "people",
  schedule: "hours",
  zone: "hours",
  afterHours: "hours",
  thresholds: "waiting",
  waiting: "waiting",
  greeting: "texts",
  assistant: "assistant",
  survey: "survey",
  cannedResponses: "canned",
};

/** Where a field of the server's answer is shown. */
export const sectionOf = (field: string): Section => SECTION_OF[field.split(/[.[]/)[0] ?? ""] ?? "general";

/** The default first, then the languages as they were added. */
export function languagesOf(texts: Localised): string[] {
  return [DEFAULT_LANGUAGE, ...Object.keys(texts).filter((language) => language !== DEFAULT_LANGUAGE)];
}

/** "a, b" as its parts. */
export const wordsOf = (text: string) => [
  ...new Set(
    text
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  ),
];

/** Seconds as a person counts them: "1 h 30 min". */
export function spanOf(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "min"],
    [seconds % 60, "s"],
  ] as const;
  return parts
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n}\u00a0${unit}`)
    .join(" ");
}

/** A whole number within bounds, or null for anything else. */
export function numberIn(text: string, min: number, max: number, step: number): number | null {
  const value = Number(text.trim().replace(",", "."));
  const fits = text.trim() !== "" && value >= min && value <= max;
  return fits && (step < 1 || Number.isInteger(value)) ? value : null;
}

/** Moves one of a list up by one place. */
export function raised<T>(list: readonly T[], index: number): T[] {
  const above = list[index - 1];
  const one = list[index];
  if (above === undefined || one === undefined) return [...list];
  return [...list.slice(0, index - 1), one, above, ...list.slice(index + 1)];
}
