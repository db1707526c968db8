import { describe, expect, it } from "vitest";
import { type Drag, dragged, pressed } from "./drag";

const h = (hour: number) => hour * 60;
const MORNING = { day: 0, from: h(9), to: h(12) };
const NIGHT = { day: 0, from: h(22), to: h(30) };
const drag = (grip: Drag["grip"], range: Drag["range"], began: [number, number], at: [number, number]) =>
  dragged({ grip, range, began: { day: began[0], minute: began[1] }, at: { day: at[0], minute: at[1] } });

describe("a drag", () => {
  it("over free time takes the quarters that it touches, either way", () => {
    expect(drag("free", null, [2, h(9) + 4], [2, h(11) + 20])).toEqual({ day: 2, from: h(9), to: h(11) + 30 });
    expect(drag("free", null, [2, h(11) + 20], [2, h(9) + 4])).toEqual({ day: 2, from: h(9), to: h(11) + 30 });
    expect(drag("free", null, [2, h(11) + 2], [2, h(11) + 3])).toEqual({ day: 2, from: h(11), to: h(11) + 15 });
    expect(drag("free", null, [2, h(24)], [2, h(24)])).toEqual({ day: 2, from: h(24) - 15, to: h(24) });
  });

  it("into the next day is a night, but not where the hand only slips beside the day", () => {
    expect(drag("free", null, [6, h(22)], [0, h(6)])).toEqual({ day: 6, from: h(22), to: h(30) });
    expect(drag("free", null, [2, h(9)], [3, h(12)])).toEqual({ day: 2, from: h(9), to: h(12) });
    expect(drag("to", MORNING, [0, h(12)], [1, h(13)])).toEqual({ ...MORNING, to: h(13) });
    expect(drag("to", MORNING, [0, h(12)], [1, h(2)])).toEqual({ ...MORNING, to: h(26) });
    expect(drag("from", { day: 1, from: 0, to: h(6) }, [1, 0], [0, h(22)])).toEqual(NIGHT);
  });

  it("of an end stops before the other one", () => {
    expect(drag("to", MORNING, [0, h(12)], [0, h(3)])).toEqual({ ...MORNING, to: h(9) + 15 });
    expect(drag("from", MORNING, [0, h(9)], [0, h(20)])).toEqual({ ...MORNING, from: h(12) - 15 });
    expect(drag("from", NIGHT, [0, h(22)], [1, h(2)])).toEqual({ day: 1, from: h(2), to: h(6) });
    expect(drag("to", NIGHT, [1, h(6)], [0, h(23)])).toEqual({ day: 0, from: h(22), to: h(23) });
  });

  it("of an end stays in the day where a stretch is shorter than a quarter", () => {
    const begins = { day: 1, from: 0, to: 10 };
    expect(drag("from", { day: 0, from: h(22), to: h(24) + 10 }, [0, h(22)], [1, h(1)])).toEqual(begins);
    expect(drag("from", begins, [1, 0], [1, 5])).toEqual(begins);
    const ends = { day: 1, from: h(24) - 10, to: h(24) };
    expect(drag("to", ends, [1, h(24)], [1, h(23)])).toEqual(ends);
    expect(pressed(begins, { key: "ArrowUp", shiftKey: false, altKey: true })).toEqual(begins);
    expect(pressed(begins, { key: "ArrowDown", shiftKey: false, altKey: true })).toEqual(begins);
  });

  it("of the whole keeps its length and stays in a day", () => {
    expect(drag("whole", MORNING, [0, h(10)], [3, h(11) + 8])).toEqual({ day: 3, from: h(10) + 15, to: h(13) + 15 });
    expect(drag("whole", MORNING, [0, h(10)], [0, h(24)])).toEqual({ day: 0, from: h(21), to: h(24) });
    expect(drag("whole", NIGHT, [1, h(2)], [0, h(1)])).toEqual({ day: 6, from: h(21), to: h(29) });
  });
});

it("keys do what a drag does, a quarter at a time", () => {
  const press = (key: string, held: object = {}) => pressed(MORNING, { key, shiftKey: false, altKey: false, ...held });
  expect(press("ArrowDown")).toEqual({ day: 0, from: h(9) + 15, to: h(12) + 15 });
  expect(press("ArrowUp", { shiftKey: true })).toEqual({ ...MORNING, to: h(12) - 15 });
  expect(press("ArrowUp", { altKey: true })).toEqual({ ...MORNING, from: h(9) - 15 });
  expect(press("ArrowLeft")).toEqual({ ...MORNING, day: 6 });
  expect(press("a")).toBeNull();
});
