import { describe, expect, it } from "vitest";
import { aMessage, anAnswer, BRUNO } from "../test/fixtures";
import { arrange, type BubbleRow } from "./arrange";

const on = (day: number, time: string) => new Date(`2026-03-0${day}T${time}:00`).toISOString();
const bubbles = (rows: ReturnType<typeof arrange>) => rows.filter((row): row is BubbleRow => row.kind === "message");
const ends = (rows: ReturnType<typeof arrange>) => bubbles(rows).map(({ first, last }) => [first, last]);

describe("the drawn transcript", () => {
  it("has a line for each day", () => {
    const rows = arrange(
      [aMessage(1, { at: on(2, "23:58") }), aMessage(2, { at: on(3, "00:01") }), aMessage(3, { at: on(3, "00:02") })],
      [],
    );

    expect(rows.map(({ kind }) => kind)).toEqual(["day", "message", "day", "message", "message"]);
  });

  it("joins what one author wrote in a row", () => {
    const rows = arrange([aMessage(1), aMessage(2), anAnswer(3)], []);

    expect(ends(rows)).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ]);
  });

  it("parts two agents, and one author after a pause", () => {
    const rows = arrange(
      [
        anAnswer(1, { at: on(2, "10:00") }),
        anAnswer(2, { at: on(2, "10:20") }),
        anAnswer(3, { at: on(2, "10:21"), author: { kind: "AGENT", ...BRUNO } }),
      ],
      [],
    );

    expect(ends(rows)).toEqual([
      [true, true],
      [true, true],
      [true, true],
    ]);
  });

  it("shows a status once for a run that has come equally far", () => {
    const rows = arrange(
      [anAnswer(1, { status: "READ" }), anAnswer(2, { status: "SENT" }), anAnswer(3, { status: "SENT" })],
      [],
    );

    expect(bubbles(rows).map(({ statusFollows }) => statusFollows)).toEqual([false, true, false]);
  });

  it("ends with what is not stored yet", () => {
    const rows = arrange([aMessage(1)], [{ key: "k", text: "Hello", at: on(2, "10:00"), problem: null }]);

    expect(rows.at(-1)).toMatchObject({ kind: "unsent", key: "k" });
  });
});
