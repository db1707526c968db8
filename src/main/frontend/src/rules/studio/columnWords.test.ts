import { renderHook } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { i18nOf } from "../../i18n/i18n";
import { aTable } from "../../test/ruleTables";
import { useUnused } from "../edit/useUnused";
import { recordedInputs } from "../prove/inputs";
import { type Studio, studioOf } from "../words";
import { inputWords } from "./cellWords";
import { factWords, localised, recordedWords } from "./columnWords";
import type { DmnRow } from "./dmn";

let french: Studio;
const column = (label: string, expression: string, values: string[] | null = null) => ({
  label,
  expression,
  type: "string",
  choices: values?.map((value) => ({ value, label: value })) ?? null,
});
const TABLE = aTable({
  inputs: [
    column("Kind", "kind", ["comment", "story"]),
    column("Weekday", "weekday", ["Monday"]),
    column("Heure du magasin", "time(localTime)"),
    { ...column("Page", "page"), choices: [{ value: "100", label: "Bistro" }] },
    { ...column("Date", "date(localDate)"), type: "date" },
  ],
  outputs: [column("Target", "target", ["ai"])],
});

beforeEach(() => {
  french = studioOf(i18nOf("fr"));
});

it("heads columns and names values in the reader's language, but for what people have named themselves", () => {
  const { inputs, outputs } = localised(TABLE, french);
  expect(inputs.map(({ label }) => label)).toEqual(["Genre", "Jour de la semaine", "Heure du magasin", "Page", "Date"]);
  expect(inputs[0]?.choices?.map(({ label }) => label)).toEqual(["commentaire", "story"]);
  expect(inputs[1]?.choices).toEqual([{ value: "Monday", label: "lundi" }]);
  expect(outputs[0]).toMatchObject({ label: "Destinataire", choices: [{ value: "ai", label: "l’agent IA" }] });
});

it("still finds what was recorded by the headings of the file", () => {
  const table = localised(localised(TABLE, french), french);
  expect(recordedInputs(table, { inputs: [{ name: "Kind", value: "comment" }] })).toMatchObject({ kind: "comment" });
});

it("takes what was recorded at the same place where two columns have one heading", () => {
  const twins = { inputs: [column("From", "post"), column("From", "ad")] };
  const inputs = [
    { name: "From", value: "100_7" },
    { name: "From", value: "6045" },
  ];
  expect(recordedInputs(twins, { inputs })).toEqual({ post: "100_7", ad: "6045" });
});

it("tells what was asked by names instead of ids, and dates as people say them", () => {
  const table = localised(TABLE, french);
  expect(factWords(table, { name: "Page", value: "100" }, french)).toEqual({ heading: "Page", value: "Bistro" });
  expect(factWords(table, { name: "Date", value: "2026-11-22" }, french).value).toBe("22 novembre 2026");
  expect(factWords(table, { name: "Kind", value: 2.0516 }, french).value).toBe("2,05");
  expect(factWords(table, { name: "Gone", value: true }, french)).toEqual({ heading: "Gone", value: "true" });
});

it("tells without the table what a decision recorded, and leaves what people have named themselves", () => {
  expect(recordedWords({ name: "Kind", value: "comment" }, french)).toEqual({ heading: "Genre", value: "commentaire" });
  expect(recordedWords({ name: "Weekday", value: "Sunday" }, french)).toEqual({
    heading: "Jour de la semaine",
    value: "dimanche",
  });
  expect(recordedWords({ name: "open", value: false }, french)).toEqual({ heading: "Ouvert", value: "non" });
  expect(recordedWords({ name: "Shop", value: "Lyon" }, french)).toEqual({ heading: "Shop", value: "Lyon" });
});

it("quotes words as the reader's language does", () => {
  expect(inputWords('contains(?, "urgent")', french)).toBe("contient «\u00a0*urgent*\u00a0»");
});

it("leaves out inputs that no row uses, until one does, and does not take away what is emptied", () => {
  const row = (...cells: string[]): DmnRow => ({ id: cells.join(), annotation: "", cells: [...cells, "null"] });
  const hook = renderHook(({ rows }: { rows: DmnRow[] }) => useUnused(rows, 3), {
    initialProps: { rows: [row("-", "-", "-")] },
  });
  expect(hook.result.current).toEqual([]);
  hook.rerender({ rows: [row("-", '"a"', "-")] });
  expect(hook.result.current).toEqual([0, 2]);
  hook.rerender({ rows: [row('"b"', '"a"', "-")] });
  expect(hook.result.current).toEqual([2]);
  hook.rerender({ rows: [row("-", "-", "-")] });
  expect(hook.result.current).toEqual([2]);
});
