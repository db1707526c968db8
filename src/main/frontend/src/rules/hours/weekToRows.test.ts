import { describe, expect, it } from "vitest";
import type { DmnRow } from "../studio/dmn";
import { aRow, COLUMNS, isOpen, messageAt, SHIPPED, shown } from "./fixture";
import { hoursOf } from "./rowsToWeek";
import { DAY, type Segment, tidy } from "./segments";
import { CLOSED, closedOn, copied, DAYS, openAllDay, rangesOn, type Week, withoutRange, withRange } from "./week";
import { weekToRows } from "./weekToRows";

const weekOf = (rows: readonly DmnRow[], schedule: string) => hoursOf(rows, COLUMNS, schedule).week;
const write = (rows: readonly DmnRow[], schedule: string, week: Week) => weekToRows(rows, COLUMNS, schedule, week);
const h = (hour: number) => hour * 60;
const NINE_TO_SIX = [{ from: h(9), to: h(18) }];

/** Numbers that look random and are the same each time. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function aWeek(roll: (below: number) => number): Week {
  const usual = aDay(roll);
  return DAYS.map(() => (roll(2) === 0 ? usual : aDay(roll)));
}

function aDay(roll: (below: number) => number): Segment[] {
  const kind = roll(6);
  if (kind === 0) return [];
  if (kind === 1) return [{ from: 0, to: DAY }];
  return tidy(
    Array.from({ length: 1 + roll(3) }, () => {
      const from = roll(95) * 15;
      return { from, to: from + 15 * (1 + roll((DAY - from) / 15)) };
    }),
  );
}

function decidesAs(rows: readonly DmnRow[], schedule: string, week: Week) {
  for (const day of DAYS)
    for (let minute = 0; minute < DAY; minute += 15) {
      const drawn = week[day]?.some(({ from, to }) => from <= minute && minute < to) ?? false;
      if (isOpen(rows, schedule, "2026-03-02", day, minute) !== drawn)
        expect.fail(`Expected ${drawn} on day ${day} at minute ${minute}, but not so:\n${shown(rows).join("\n")}`);
    }
}

describe("the week of a schedule", () => {
  it("is what its rows say", () => {
    expect(weekOf(SHIPPED, "office")).toEqual([...Array(5).fill(NINE_TO_SIX), [], []]);
    expect(weekOf(SHIPPED, "always")).toEqual(Array(7).fill([{ from: 0, to: DAY }]));
    expect(weekOf(SHIPPED, "unheard-of")).toEqual(CLOSED);
  });

  it("has several stretches a day, nights, and what an earlier row closes", () => {
    const rows = [
      aRow("a", '"shop" | - | "Sunday" | - | false'),
      aRow("b", '"shop" | - | - | [time("12:00:00")..time("13:00:00")) | false'),
      aRow(
        "c",
        '"shop" | - | not("Saturday") | [time("09:00:00")..time("12:30:00")),[time("14:00:00")..time("19:00:00")) | true',
      ),
      aRow("d", '"shop","bar" | - | "Saturday" | >= time("22:00:00"),< time("02:00:00") | true'),
      aRow("e", "- | - | - | - | false"),
    ];
    const week = weekOf(rows, "shop");
    expect(week[0]).toEqual([
      { from: h(9), to: h(12) },
      { from: h(14), to: h(19) },
    ]);
    expect(week[5]).toEqual([
      { from: 0, to: h(2) },
      { from: h(22), to: DAY },
    ]);
    expect(week[6]).toEqual([]);
    decidesAs(rows, "shop", week);
  });

  it("is open where no row says anything, and closed there by a row of its own", () => {
    const rows = [
      aRow("a", '"shop" | - | "Monday" | [time("09:00:00")..time("18:00:00")) | true'),
      aRow("b", '"shop" | - | "Monday" | - | false'),
      aRow("c", "- | - | - | - | null"),
    ];
    const week = weekOf(rows, "shop");
    expect(week).toEqual([NINE_TO_SIX, ...Array(6).fill([{ from: 0, to: DAY }])]);
    decidesAs(rows, "shop", week);
    const sunday = write(rows, "shop", closedOn(week, 6));
    expect(shown(sunday)).toContain('b "shop" | - | "Monday","Sunday" | - | false');
    decidesAs(sunday, "shop", closedOn(week, 6));
  });

  it("tells of rows that it has no words for, and of dates below it", () => {
    const rows = [
      aRow("a", '"shop" | - | - | (time("09:00:00")..time("10:00:00")] | true'),
      aRow("b", '"shop" | > date("2026-01-01") | - | - | true'),
      aRow("c", '"shop" | - | "Someday" | - | true'),
      aRow("d", 'not("office") | - | - | - | true'),
      aRow("e", '"shop" | - | "Monday" | - | true'),
      aRow("f", '"shop" | date("2026-12-25") | - | - | false'),
      aRow("g", '"bar" | string length(?) > 2 | - | - | false'),
    ];
    expect(hoursOf(rows, COLUMNS, "shop").unshown.map(({ row, number, reason }) => [row.id, number, reason])).toEqual([
      ["a", 1, "free"],
      ["b", 2, "free"],
      ["c", 3, "free"],
      ["d", 4, "free"],
      ["f", 6, "below"],
    ]);
  });
});

describe("a change of the week", () => {
  it("of no hours changes no row", () => {
    expect(write(SHIPPED, "office", weekOf(SHIPPED, "office"))).toEqual(SHIPPED);
  });

  it("on one day takes it out of the row of the others, and back again", () => {
    const week = weekOf(SHIPPED, "office");
    const late = write(SHIPPED, "office", withRange(closedOn(week, 0), { day: 0, from: h(10), to: h(18) }));
    expect(shown(late)).toEqual([
      shown(SHIPPED)[0],
      'r2 "office" | - | "Tuesday","Wednesday","Thursday","Friday" | [time("09:00:00")..time("18:00:00")) | true',
      ' "office" | - | "Monday" | [time("10:00:00")..time("18:00:00")) | true',
      shown(SHIPPED)[2],
    ]);
    expect(late[2]?.annotation).toBe("Office hours");
    expect(late[0]).toBe(SHIPPED[0]);
    expect(late[3]).toBe(SHIPPED[2]);
    expect(write(late, "office", week)).toEqual(SHIPPED);
  });

  it("of a row's only hours is written into that row", () => {
    const rows = [
      aRow("sat", '"shop" | - | "Saturday" | [time("10:00:00")..time("17:00:00")) | true', "Market"),
      ...SHIPPED,
    ];
    const longer = write(rows, "shop", withRange(CLOSED, { day: 5, from: h(10), to: h(19) }));
    expect(shown(longer)[0]).toBe('sat "shop" | - | "Saturday" | [time("10:00:00")..time("19:00:00")) | true');
    expect(longer[0]?.annotation).toBe("Market");
    const moved = write(rows, "shop", withRange(CLOSED, { day: 6, from: h(10), to: h(17) }));
    expect(shown(moved)[0]).toBe('sat "shop" | - | "Sunday" | [time("10:00:00")..time("17:00:00")) | true');
    expect(write(rows, "shop", CLOSED)).toEqual(SHIPPED);
  });

  it("that gives a day the hours of others adds it to their row", () => {
    const week = copied(weekOf(SHIPPED, "office"), 0, [5, 6]);
    expect(shown(write(SHIPPED, "office", week))[1]).toBe(
      'r2 "office" | - | - | [time("09:00:00")..time("18:00:00")) | true',
    );
  });

  it("over midnight is two days' rows, and each night is one row", () => {
    const friday = write(SHIPPED, "bar", withRange(CLOSED, { day: 4, from: h(22), to: h(26) }));
    expect(shown(friday).slice(2, 4)).toEqual([
      ' "bar" | - | "Friday" | >= time("22:00:00"),< time("00:00:00") | true',
      ' "bar" | - | "Saturday" | [time("00:00:00")..time("02:00:00")) | true',
    ]);
    expect(rangesOn(weekOf(friday, "bar"), 4)).toEqual([{ day: 4, from: h(22), to: h(26) }]);
    const daily = DAYS.reduce<Week>((week, day) => withRange(week, { day, from: h(22), to: h(30) }), CLOSED);
    expect(shown(write(SHIPPED, "bar", daily))[2]).toBe(
      ' "bar" | - | - | >= time("22:00:00"),< time("06:00:00") | true',
    );
  });

  it("to all day has no times, and to closed leaves the day to the last row", () => {
    const rows = write(SHIPPED, "office", closedOn(openAllDay(weekOf(SHIPPED, "office"), 5), 4));
    expect(shown(rows).slice(1)).toEqual([
      'r2 "office" | - | "Monday","Tuesday","Wednesday","Thursday" | [time("09:00:00")..time("18:00:00")) | true',
      ' "office" | - | "Saturday" | - | true',
      shown(SHIPPED)[2],
    ]);
  });

  it("stands above what is for all schedules, and closes what that opens", () => {
    const rows = [
      aRow("all", '- | - | "Saturday" | [time("09:00:00")..time("12:00:00")) | true'),
      aRow("own", '"shop" | - | - | [time("09:00:00")..time("18:00:00")) | true', "Shop"),
      aRow("last", "- | - | - | - | false", "", '"Closed, sorry"'),
    ];
    const changed = write(rows, "shop", closedOn(weekOf(rows, "shop"), 5));
    decidesAs(changed, "shop", closedOn(weekOf(rows, "shop"), 5));
    expect(changed[0]).toMatchObject({
      id: "",
      cells: ['"shop"', "-", '"Saturday"', '[time("09:00:00")..time("12:00:00"))', "false", '"Closed, sorry"'],
    });
    decidesAs(changed, "bar", weekOf(rows, "bar"));
  });

  it("of one schedule leaves the others in a shared row alone", () => {
    const rows = [aRow("both", '"shop","bar" | - | "Monday","Tuesday" | - | true', "Both"), ...SHIPPED];
    const changed = write(rows, "shop", closedOn(weekOf(rows, "shop"), 0));
    expect(shown(changed).slice(0, 2)).toEqual([
      'both "bar" | - | "Monday","Tuesday" | - | true',
      ' "shop" | - | "Tuesday" | - | true',
    ]);
    decidesAs(changed, "bar", weekOf(rows, "bar"));
  });

  it("leaves free FEEL, dates and other schedules as they are", () => {
    const rows = [
      aRow("xmas", '"office" | date("2026-12-25") | - | - | false', "Christmas"),
      aRow("feel", '"office" | - | - | > time("20:00:00") | true', "Late"),
      ...SHIPPED,
    ];
    const changed = write(rows, "office", openAllDay(weekOf(rows, "office"), 6));
    for (const row of [...rows.slice(0, 4), rows[4]]) expect(changed).toContain(row);
    expect(changed.map(({ id }) => id)).toEqual(["xmas", "feel", "r1", "r2", "", "r3"]);
    expect(isOpen(changed, "office", "2026-12-25", 6, h(10))).toBe(false);
  });
});

describe("what customers are told", () => {
  const LAST = aRow("last", "- | - | - | - | false", "", '"We are closed."');
  const OFFICE = [
    aRow("lunch", '"office" | - | - | [time("12:00:00")..time("13:00:00")) | false', "Lunch", '"Back at 1 pm"'),
    aRow(
      "open",
      '"office" | - | "Monday","Tuesday","Wednesday","Thursday","Friday" | [time("09:00:00")..time("18:00:00")) | true',
    ),
    aRow("shut", '"office" | - | - | - | false', "Hours", '"Office: Mon to Fri 9 to 6"'),
    LAST,
  ];
  const tells = (rows: readonly DmnRow[], day: number, minute: number, schedule = "office") =>
    messageAt(rows, schedule, "2026-03-02", day, minute);

  it("outside of hours stays when those change, day by day, and back", () => {
    let rows = OFFICE;
    for (const day of DAYS) {
      rows = write(rows, "office", withRange(closedOn(weekOf(rows, "office"), day), { day, from: h(10), to: h(11) }));
      expect(rows.slice(-2)).toEqual(OFFICE.slice(-2));
      expect(rows[0]).toBe(OFFICE[0]);
      expect(tells(rows, day, h(9))).toBe('"Office: Mon to Fri 9 to 6"');
      expect(tells(rows, day, h(12))).toBe('"Back at 1 pm"');
    }
    expect(write(rows, "office", CLOSED)).toEqual([OFFICE[0], OFFICE[2], LAST]);
  });

  it("of hours that a closing row keeps stays when it loses others", () => {
    const longer = withRange(weekOf(OFFICE, "office"), { day: 0, from: h(12), to: h(12) + 30 });
    const rows = write(OFFICE, "office", longer);
    decidesAs(rows, "office", longer);
    expect(tells(rows, 0, h(12) + 45)).toBe('"Back at 1 pm"');
    expect(tells(rows, 0, h(20))).toBe('"Office: Mon to Fri 9 to 6"');
    expect(tells(rows, 1, h(12))).toBe('"Back at 1 pm"');
    const through = write(OFFICE, "office", withRange(longer, { day: 0, from: h(12), to: h(13) }));
    expect(shown(through)[0]).toContain('"office" | - | "Tuesday","Wednesday"');
    expect(through.filter(({ cells }) => cells[5] === '"Back at 1 pm"')).toHaveLength(1);
  });

  it("is that of the first of two closing rows, also where the other one says the same hours as are left", () => {
    const rows = [
      aRow("long", '"office" | - | - | [time("12:00:00")..time("14:00:00")) | false', "", '"Back at 2 pm"'),
      aRow("late", '"office" | - | not("Sunday") | [time("13:00:00")..time("14:00:00")) | false', "", '"Late"'),
      ...OFFICE.slice(1),
    ];
    const changed = write(rows, "office", withRange(weekOf(rows, "office"), { day: 0, from: h(12), to: h(13) }));
    expect(tells(changed, 0, h(13))).toBe('"Back at 2 pm"');
    expect(changed).toContain(rows[1]);

    const saturday = [
      aRow("late", '"office" | - | "Saturday" | [time("13:00:00")..time("15:00:00")) | false', "", '"Late"'),
    ];
    const weekend = [rows[0], ...saturday, ...OFFICE.slice(1)].filter((row) => row !== undefined);
    const open = withRange(weekOf(weekend, "office"), { day: 5, from: h(13) + 30, to: DAY });
    expect(tells(write(weekend, "office", open), 5, h(12))).toBe('"Back at 2 pm"');
  });

  it("of hours that rows for all open is what the row says that closes those of a schedule", () => {
    const rows = [
      OFFICE[1],
      aRow("noon", '"office" | - | "Saturday" | [time("12:00:00")..time("13:00:00")) | false', "", '"Lunch"'),
      aRow("sat", '- | - | "Saturday" | [time("09:00:00")..time("11:00:00")) | true'),
      LAST,
    ].filter((row) => row !== undefined);
    const changed = write(rows, "office", closedOn(weekOf(rows, "office"), 5));
    expect(tells(changed, 5, h(10))).toBe('"We are closed."');
    expect(tells(changed, 5, h(12))).toBe('"Lunch"');
  });

  it("stays for schedules that share a closing row, without a copy of it", () => {
    const rows = [
      ...OFFICE.slice(0, 2),
      aRow("both", '"office","shop" | - | - | - | false', "Both", '"Both are closed"'),
      LAST,
    ];
    const changed = write(rows, "office", closedOn(weekOf(rows, "office"), 0));
    expect(changed.map(({ id }) => id)).toEqual(["lunch", "open", "both", "last"]);
    expect(tells(changed, 0, h(10))).toBe('"Both are closed"');
    expect(tells(changed, 0, h(10), "shop")).toBe('"Both are closed"');
  });

  it("is what the row that closes the rest of a schedule says, where rows for all would open it", () => {
    const rows = [...OFFICE.slice(0, 3), aRow("rest", "- | - | - | - | true")];
    const week = withoutRange(weekOf(rows, "office"), { day: 0, from: h(9), to: h(10) });
    const changed = write(rows, "office", week);
    decidesAs(changed, "office", week);
    expect(changed.map(({ id }) => id)).toEqual(["lunch", "open", "", "", "shut", "rest"]);
    expect(changed[4]).toBe(rows[2]);
    expect(tells(changed, 0, h(9))).toBe('"Office: Mon to Fri 9 to 6"');
  });
});

describe("any week", () => {
  const MIXED = [
    aRow("s", '"shop","bar" | - | not("Sunday") | [time("08:00:00")..time("11:30:00")) | true'),
    aRow("o", '"shop" | - | - | [time("14:00:00")..time("19:00:00")),[time("20:00:00")..time("21:00:00")) | true'),
    aRow("c", '"shop" | - | "Monday" | - | false'),
    aRow("a", '- | - | "Wednesday" | >= time("21:00:00"),< time("05:00:00") | true'),
    aRow("p", '"shop" | - | "Friday" | - | true'),
    ...SHIPPED,
  ];

  it.each([
    ["the shipped rows", SHIPPED, "office"],
    ["no row of its own", SHIPPED, "new"],
    ["rows of all kinds", MIXED, "shop"],
    ["no last row", MIXED.slice(0, 3), "shop"],
    [
      "closing rows of all kinds",
      [
        aRow("lunch", '"shop","bar" | - | - | [time("12:00:00")..time("13:00:00")) | false'),
        aRow("early", '"shop" | - | not("Friday") | < time("10:00:00") | false'),
        ...MIXED.slice(0, 3),
        aRow("shut", '"shop" | - | - | - | false'),
        ...MIXED.slice(3),
      ],
      "shop",
    ],
    [
      "closing rows last",
      [...MIXED.slice(0, 2), aRow("shut", '"shop" | - | - | - | false'), aRow("a", "- | - | - | - | true")],
      "shop",
    ],
  ])("comes back from the rows that it is written to, and decides as drawn: %s", (_, start, schedule) => {
    const roll = dice(7);
    const neighbours = ["bar", "office", "always"].filter((other) => other !== schedule);
    let rows: DmnRow[] = [...start];
    for (let turn = 0; turn < 150; turn++) {
      const week = aWeek(roll);
      rows = write(rows, schedule, week).map((row, at) => (row.id === "" ? { ...row, id: `n${turn}-${at}` } : row));
      expect(weekOf(rows, schedule)).toEqual(week);
      if (turn % 10 === 0) decidesAs(rows, schedule, week);
      for (const other of neighbours) expect(weekOf(rows, other)).toEqual(weekOf(start, other));
      expect(write(rows, schedule, week)).toEqual(rows);
    }
  });

  it("is its stretches, which come and go one by one", () => {
    const roll = dice(3);
    for (let turn = 0; turn < 200; turn++) {
      const week = aWeek(roll);
      const ranges = DAYS.flatMap((day) => rangesOn(week, day));
      expect(ranges.reduce(withRange, CLOSED)).toEqual(week);
      expect(ranges.reduce(withoutRange, week)).toEqual(CLOSED);
    }
  });
});
