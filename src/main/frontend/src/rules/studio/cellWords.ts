import type { Choice } from "../../api/ruleTables";
import type { Studio } from "../words";
import { readCell, WEEKDAYS } from "./condition";

type Naming = (value: string) => string;

/** Names a value of a column as people call it; the value where it has no other name. */
export const namingOf = (choices: readonly Choice[] | null | undefined): Naming => {
  const labels = new Map(choices?.map(({ value, label }) => [value, label]));
  return (value) => labels.get(value) ?? value;
};

/** 2026-03-02 was a Monday. */
export const dayName = (day: string, { formats }: Pick<Studio, "formats">): string => {
  const at = (WEEKDAYS as readonly string[]).indexOf(day);
  if (at < 0) return day;
  return new Intl.DateTimeFormat(formats.locale, { weekday: "long", timeZone: "UTC" }).format(
    Date.UTC(2026, 2, 2 + at),
  );
};

export const dateWords = (date: string, { formats }: Studio) =>
  new Intl.DateTimeFormat(formats.locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    Date.parse(`${date}T00:00:00Z`),
  );

function listed(values: readonly string[], studio: Studio): string {
  return new Intl.ListFormat(studio.formats.locale, { type: "disjunction" }).format(values);
}

function days(values: readonly string[], studio: Studio): string | null {
  if (values.length === 0 || !values.every((value) => WEEKDAYS.some((day) => day === value))) return null;
  const has = new Set(values);
  if (has.size === 5 && WEEKDAYS.slice(0, 5).every((day) => has.has(day))) return studio.w("day.weekdays");
  if (has.size === 2 && WEEKDAYS.slice(5).every((day) => has.has(day))) return studio.w("day.weekend");
  return listed(
    WEEKDAYS.filter((day) => has.has(day)).map((day) => dayName(day, studio)),
    studio,
  );
}

/** What a cell asks of its input, in words; free FEEL stands for itself. */
export function inputWords(cell: string, studio: Studio, name: Naming = (value) => value): string {
  const { w } = studio;
  const condition = readCell(cell);
  switch (condition.kind) {
    case "any":
      return w("cell.any");
    case "boolean":
      return w(condition.value ? "cell.yes" : "cell.no");
    case "values": {
      const values =
        days(condition.values, studio) ??
        listed(
          condition.values.map((value) => (value === "" ? w("cell.empty") : name(value))),
          studio,
        );
      return w(condition.not ? "cell.noneOf" : "cell.anyOf", { values });
    }
    case "words":
      return w(condition.not ? "cell.containsNot" : "cell.contains", {
        values: listed(
          condition.words.map((word) => w("cell.quoted", { text: word })),
          studio,
        ),
      });
    case "hours":
      return w(condition.from < condition.to ? "cell.hours" : "cell.overnight", condition);
    case "dates":
      return condition.from === condition.to
        ? w("cell.date", { from: dateWords(condition.from, studio) })
        : w("cell.dates", { from: dateWords(condition.from, studio), to: dateWords(condition.to, studio) });
    case "number":
      return w(`cell.number.${condition.test}`, { n: condition.value });
    case "feel":
      return condition.text;
  }
}

/** What a cell says, in words. */
export function outputWords(cell: string, studio: Studio, name: Naming = (value) => value): string {
  if (cell === "" || cell === "null") return studio.w("cell.nothing");
  const condition = readCell(cell);
  if (condition.kind === "values" && condition.values.length === 1 && !condition.not)
    return name(condition.values[0] ?? "");
  if (condition.kind === "boolean") return studio.w(condition.value ? "cell.yes" : "cell.no");
  return cell;
}
