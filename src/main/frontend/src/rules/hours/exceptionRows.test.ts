import { describe, expect, it } from "vitest";
import { withException, withoutException } from "./exceptionRows";
import type { Exception } from "./exceptions";
import { aRow, COLUMNS, isOpen, SHIPPED, shown } from "./fixture";
import { hoursOf } from "./rowsToWeek";
import { DAY, WHOLE_DAY } from "./segments";

const XMAS: Exception = {
  rows: [],
  from: "2026-12-25",
  to: "2026-12-25",
  name: "Christmas",
  hours: [],
  message: "Merry Christmas!",
  others: [],
};
const h = (hour: number) => hour * 60;
const exceptions = (rows: ReturnType<typeof withException>) => hoursOf(rows, COLUMNS, "office").exceptions;
/** As the file gives ids to what is new. */
function withIds(rows: ReturnType<typeof withException>) {
  const used = rows.filter(({ id }) => id.startsWith("n")).length;
  let next = used;
  return rows.map((row) => (row.id === "" ? { ...row, id: `n${++next}` } : row));
}
const add = (rows: typeof SHIPPED, exception: Exception) => withIds(withException(rows, COLUMNS, "office", exception));

describe("an exception", () => {
  it("is written above the week, and read again", () => {
    const rows = add(SHIPPED, XMAS);
    expect(rows.map(({ id }) => id)).toEqual(["r1", "n1", "r2", "r3"]);
    expect(rows[1]).toMatchObject({
      annotation: "Christmas",
      cells: ['"office"', 'date("2026-12-25")', "-", "-", "false", '"Merry Christmas!"'],
    });
    expect(exceptions(rows)).toEqual([{ ...XMAS, rows: ["n1"], others: ["office"] }]);
    expect(isOpen(rows, "office", "2026-12-25", 4, h(10))).toBe(false);
    expect(isOpen(rows, "office", "2026-12-24", 3, h(10))).toBe(true);
    expect(isOpen(rows, "always", "2026-12-25", 4, h(10))).toBe(true);
  });

  it("with hours has a row for each, and one that closes the rest", () => {
    const hours = [
      { from: h(10), to: h(12) },
      { from: h(22), to: DAY },
    ];
    const rows = add(SHIPPED, { ...XMAS, hours });
    expect(shown(rows).slice(1, 4)).toEqual([
      'n1 "office" | date("2026-12-25") | - | [time("10:00:00")..time("12:00:00")) | true',
      'n2 "office" | date("2026-12-25") | - | >= time("22:00:00"),< time("00:00:00") | true',
      'n3 "office" | date("2026-12-25") | - | - | false',
    ]);
    expect(exceptions(rows)[0]).toMatchObject({ hours, name: "Christmas" });
    for (const [minute, open] of [
      [h(9), false],
      [h(10), true],
      [h(15), false],
      [h(23), true],
    ] as const)
      expect(isOpen(rows, "office", "2026-12-25", 4, minute)).toBe(open);
  });

  it("from a longer one stands above it, and others stand below", () => {
    const summer = { ...XMAS, name: "Summer", from: "2026-07-01", to: "2026-08-31" };
    const rows = add(
      add(add(SHIPPED, summer), {
        ...XMAS,
        name: "14 July",
        from: "2026-07-14",
        to: "2026-07-14",
        hours: [{ from: 0, to: DAY }],
      }),
      XMAS,
    );
    expect(rows.map(({ annotation }) => annotation)).toEqual([
      "Round the clock",
      "14 July",
      "Summer",
      "Christmas",
      "Office hours",
      "Closed",
    ]);
    expect(isOpen(rows, "office", "2026-07-14", 1, h(20))).toBe(true);
    expect(isOpen(rows, "office", "2026-07-15", 2, h(10))).toBe(false);
  });

  it("that is wider leaves those within it above, and those that reach out of it below", () => {
    const on = (name: string, from: string, to: string, hours: Exception["hours"] = []) => ({
      ...XMAS,
      name,
      from: `2026-12-${from}`,
      to: `2026-12-${to}`,
      hours,
    });
    const names = (rows: typeof SHIPPED) => [...new Set(rows.map(({ annotation }) => annotation))].slice(1, -2);
    const winter = on("Winter", "24", "31", [{ from: h(10), to: h(12) }]);
    const holidays = add(add(SHIPPED, XMAS), winter);
    expect(names(holidays)).toEqual(["Christmas", "Winter"]);
    expect(isOpen(holidays, "office", "2026-12-25", 4, h(11))).toBe(false);
    expect(isOpen(holidays, "office", "2026-12-26", 5, h(11))).toBe(true);

    const month = add(holidays, on("Month", "01", "31"));
    expect(names(month)).toEqual(["Christmas", "Winter", "Month"]);
    expect(names(add(month, on("Week", "21", "27")))).toEqual(["Christmas", "Week", "Winter", "Month"]);
    // Who writes the same dates again means the new hours.
    expect(names(add(month, on("Again", "25", "25", WHOLE_DAY)))).toEqual(["Again", "Christmas", "Winter", "Month"]);
  });

  it("with new dates goes where those count, and else stays where it is", () => {
    const summer = { ...XMAS, name: "Summer", from: "2026-07-01", to: "2026-08-31" };
    const rows = add(add(SHIPPED, summer), { ...XMAS, name: "Feast", hours: WHOLE_DAY });
    const feast = exceptions(rows).find(({ name }) => name === "Feast");
    if (feast === undefined) throw new Error("Expected an exception, but there is none");
    const names = (changed: typeof SHIPPED) => changed.map(({ annotation }) => annotation).slice(1, 3);
    expect(names(rows)).toEqual(["Summer", "Feast"]);
    expect(names(add(rows, { ...feast, from: "2026-12-24" }))).toEqual(["Summer", "Feast"]);
    const july = add(rows, { ...feast, from: "2026-07-14", to: "2026-07-14" });
    expect(names(july)).toEqual(["Feast", "Summer"]);
    expect(july.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect(isOpen(july, "office", "2026-07-14", 1, h(20))).toBe(true);
  });

  it("changes in its own rows, and goes with them", () => {
    const rows = [
      aRow("eve", '"office" | date("2026-12-24") | - | [time("09:00:00")..time("12:00:00")) | true', "Christmas Eve"),
      aRow("noon", '"office" | date("2026-12-24") | - | - | false', "Closed from noon on", '"Until the 27th"'),
      ...SHIPPED,
    ];
    const [eve] = exceptions(rows);
    if (eve === undefined) throw new Error("Expected an exception, but there is none");
    expect(eve).toMatchObject({ rows: ["eve", "noon"], message: "Until the 27th", hours: [{ from: h(9), to: h(12) }] });
    expect(add(rows, eve)).toEqual(rows);

    const named = add(rows, { ...eve, name: "Eve", message: "" });
    expect(named.map(({ annotation }) => annotation).slice(0, 2)).toEqual(["Eve", "Closed from noon on"]);
    expect(named[1]?.cells[5]).toBe("null");
    expect(shown(add(rows, { ...eve, hours: [{ from: h(8), to: h(12) }] })).slice(0, 2)).toEqual([
      'eve "office" | date("2026-12-24") | - | [time("08:00:00")..time("12:00:00")) | true',
      'noon "office" | date("2026-12-24") | - | - | false',
    ]);
    expect(shown(add(rows, { ...eve, hours: [] }))).toEqual(shown(rows.slice(1)));
    expect(withoutException(rows, eve)).toEqual(SHIPPED);
  });

  it("of several schedules stays theirs, with what it says in free FEEL", () => {
    const rows = [
      aRow("all", '- | [date("2026-12-24")..date("2026-12-26")] | - | - | false', "Holidays", '"Back " + "soon"'),
      ...SHIPPED,
    ];
    const [holidays] = exceptions(rows);
    if (holidays === undefined) throw new Error("Expected an exception, but there is none");
    expect(holidays).toMatchObject({ others: null, message: null, from: "2026-12-24", to: "2026-12-26" });
    expect(add(rows, { ...holidays, to: "2026-12-27" })[0]?.cells).toEqual([
      "-",
      '[date("2026-12-24")..date("2026-12-27")]',
      "-",
      "-",
      "false",
      '"Back " + "soon"',
    ]);
  });

  it("that leaves some of its hours to the week is none that this view shows", () => {
    const rows = [
      aRow("some", '"office" | date("2026-12-24") | - | [time("19:00:00")..time("20:00:00")) | true'),
      aRow("mon", '"office" | [date("2026-07-01")..date("2026-08-31")] | "Monday" | - | false'),
      ...SHIPPED,
    ];
    expect(exceptions(rows)).toEqual([]);
    expect(hoursOf(rows, COLUMNS, "office").unshown.map(({ number }) => number)).toEqual([1, 2]);
  });
});
