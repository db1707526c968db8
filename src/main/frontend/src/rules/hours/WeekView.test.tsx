import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef, useState } from "react";
import { beforeEach, expect, it } from "vitest";
import type { ScheduleOf } from "../../api/ruleTables";
import { aTable, aVersion } from "../../test/ruleTables";
import type { EditorHandle } from "../edit/RowsEditor";
import type { DmnRow } from "../studio/dmn";
import { aRow, COLUMNS, dmnOf, SHIPPED, shown } from "./fixture";
import WeekView from "./WeekView";

let rows: readonly DmnRow[];
let shows: [number, number][];
let schedules: ScheduleOf[];
let inEffect: string;

/** The editor as far as the week needs it: it keeps rows, and gives new ones an id. */
function Editor() {
  const [kept, setKept] = useState(rows);
  const [schedule, setSchedule] = useState<string>();
  const [shown, setShown] = useState(true);
  rows = kept;
  const editor = useRef({
    replace: (wanted: readonly DmnRow[]) =>
      setKept(wanted.map((row, at) => (row.id === "" ? { ...row, id: `new${at}` } : row))),
  } as EditorHandle);
  const week = (
    <WeekView
      rows={kept}
      columns={COLUMNS}
      table={aTable({
        table: "business-hours",
        inputs: [],
        schedules,
        current: { ...aVersion(), dmn: inEffect },
      })}
      chosen={schedule}
      onChoose={setSchedule}
      editor={editor}
      onRow={(row, column) => shows.push([row, column])}
    />
  );
  return (
    <>
      <button type="button" onClick={() => setShown(!shown)}>
        Turn
      </button>
      {shown && week}
    </>
  );
}

const block = (name: string) => screen.getByRole("button", { name });

beforeEach(() => {
  rows = SHIPPED;
  shows = [];
  schedules = [];
  inEffect = "<none/>";
});

it("opens with a schedule that is not always open, and shows another one when it is chosen", async () => {
  render(<Editor />);
  expect(screen.getByLabelText("Schedule")).toHaveValue("office");
  expect(screen.getAllByTestId("block")).toHaveLength(5);
  await userEvent.selectOptions(screen.getByLabelText("Schedule"), "always");
  expect(screen.getAllByRole("button", { name: /Open all day/ })).toHaveLength(7);
});

it("stays with its schedule, whatever becomes of its hours", async () => {
  const does = async (day: string, act: string) => {
    await userEvent.click(screen.getByRole("button", { name: `Change ${day}` }));
    await userEvent.click(screen.getByTestId(`day-${act}`));
  };
  rows = [aRow("o", '"office" | - | not("Sunday") | - | true'), ...SHIPPED];
  const view = render(<Editor />);
  await does("Sunday", "makeAllDay");
  expect(screen.getByLabelText("Schedule")).toHaveValue("office");
  await does("Sunday", "makeClosed");
  expect(rows).toContain(SHIPPED[0]);
  expect(screen.getAllByTestId("block")).toHaveLength(6);
  view.unmount();

  rows = [aRow("s", '"shop" | - | "Monday" | - | true'), ...SHIPPED];
  render(<Editor />);
  await does("Monday", "makeClosed");
  expect(rows).toEqual(SHIPPED);
  expect(screen.getByLabelText("Schedule")).toHaveValue("shop");
});

it("moves hours by keys, and keeps them in focus on another day", async () => {
  render(<Editor />);
  block("Friday: 09:00 to 18:00").focus();
  await userEvent.keyboard("{ArrowRight}{ArrowDown}{Shift>}{ArrowDown}{/Shift}");
  expect(block("Saturday: 09:15 to 18:30")).toHaveFocus();
  expect(shown(rows)[2]).toContain('"Saturday" | [time("09:15:00")..time("18:30:00")) | true');
  await userEvent.keyboard("{Delete}");
  expect(screen.queryByRole("button", { name: /Saturday:/ })).toBeNull();
  expect(block("Change Saturday")).toHaveFocus();
  expect(rows).toHaveLength(3);
});

it("takes times that are typed, over midnight, too", async () => {
  render(<Editor />);
  await userEvent.click(block("Monday: 09:00 to 18:00"));
  const dialog = screen.getByTestId("range-dialog");
  await userEvent.clear(within(dialog).getByLabelText("From"));
  await userEvent.type(within(dialog).getByLabelText("From"), "22h30");
  await userEvent.clear(within(dialog).getByLabelText("To"));
  await userEvent.type(within(dialog).getByLabelText("To"), "6");
  await userEvent.click(within(dialog).getByRole("button", { name: "Save" }));
  expect(block("Monday: 22:30 to 06:00 the next day")).toBeInTheDocument();
});

it("deletes hours by Enter on what deletes them, and takes times of digits alone", async () => {
  render(<Editor />);
  await userEvent.click(block("Monday: 09:00 to 18:00"));
  screen.getByTestId("range-remove").focus();
  await userEvent.keyboard("{Enter}");
  expect(screen.queryByTestId("range-dialog")).toBeNull();
  expect(screen.queryByRole("button", { name: /Monday:/ })).toBeNull();

  await userEvent.click(block("Tuesday: 09:00 to 18:00"));
  for (const [label, text] of [
    ["From", "930"],
    ["To", "1745"],
  ] as const) {
    await userEvent.clear(screen.getByLabelText(label));
    await userEvent.type(screen.getByLabelText(label), text);
  }
  await userEvent.keyboard("{Enter}");
  expect(block("Tuesday: 09:30 to 17:45")).toBeInTheDocument();
});

it("adds and removes an exception", async () => {
  rows = [aRow("x", '"office" | date("2099-12-25") | - | - | false', "Christmas"), ...SHIPPED];
  render(<Editor />);
  expect(screen.getByTestId("exception")).toHaveTextContent("25 December 2099ChristmasClosed");
  await userEvent.click(screen.getByTestId("exception-delete"));
  expect(rows).toEqual(SHIPPED);

  await userEvent.click(screen.getByTestId("exception-add"));
  const dialog = screen.getByTestId("exception-dialog");
  expect(within(dialog).getByRole("button", { name: "Save" })).toBeDisabled();
  await userEvent.type(within(dialog).getByLabelText("Name"), "Fair");
  await userEvent.type(within(dialog).getByLabelText("First day"), "01/05/2099{Enter}");
  await userEvent.click(within(dialog).getByText("Open all day"));
  await userEvent.click(within(dialog).getByRole("button", { name: "Save" }));
  expect(rows[1]).toMatchObject({
    annotation: "Fair",
    cells: ['"office"', 'date("2099-05-01")', "-", "-", "true", "null"],
  });
});

it("names the rows that it does not show, and leads to them", async () => {
  rows = [aRow("f", '"office" | - | - | > time("20:00:00") | true', "Late"), ...SHIPPED];
  render(<Editor />);
  expect(screen.getByTestId("unshown-row")).toHaveTextContent("Row 1Late");
  await userEvent.click(screen.getByRole("button", { name: "Show in the table" }));
  expect(shows).toEqual([[1, 4]]);
});

const asks = (schedule: string, changes: Partial<ScheduleOf> = {}): ScheduleOf => ({
  campaign: schedule,
  name: `Sales ${schedule}`,
  enabled: true,
  schedule,
  ownText: false,
  ...changes,
});

it("opens with the schedule that campaigns in use ask for, and says which do", async () => {
  schedules = [asks("always"), asks("office", { enabled: false })];
  render(<Editor />);
  expect(screen.getByLabelText("Schedule")).toHaveValue("always");
  expect(screen.getByTestId("schedule-use")).toHaveTextContent("Used by: Sales always.");
  expect(screen.queryByTestId("schedule-unused")).toBeNull();

  await userEvent.selectOptions(screen.getByLabelText("Schedule"), "office");
  expect(screen.getByTestId("schedule-unused")).toHaveTextContent("No campaign in use asks for the schedule office");
  expect(screen.getByTestId("schedule-unused")).toHaveTextContent("Sales office (off)");
});

it("of several that are in use, opens with one that closes", () => {
  schedules = [asks("always"), asks("office")];
  render(<Editor />);
  expect(screen.getByLabelText("Schedule")).toHaveValue("office");
});

it("shows what customers are told when it is closed, and changes it for all or for this schedule alone", async () => {
  const text = (): string => screen.getByTestId("closing-text").textContent ?? "";
  const changes = async (to: string, forAll: boolean) => {
    await userEvent.click(screen.getByTestId("closing-change"));
    await userEvent.clear(screen.getByLabelText("Text"));
    await userEvent.type(screen.getByLabelText("Text"), to);
    if (forAll) await userEvent.click(screen.getByLabelText("All schedules that this row is for"));
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
  };
  schedules = [asks("office", { ownText: true })];
  render(<Editor />);
  expect(text()).toContain("“We are closed.”");
  expect(screen.getByTestId("closing-texts")).toHaveTextContent("these have one: Sales office");
  await changes("Back soon.", true);
  expect(rows.map(({ cells }) => cells[5])).toEqual(["null", "null", '"Back soon."']);
  await changes("Only the office.", false);
  expect(shown(rows)[2]).toContain('"office" | - | - | - | false');
  expect(rows.map(({ cells }) => cells[5])).toEqual(["null", "null", '"Only the office."', '"Back soon."']);
  expect(text()).toContain("“Only the office.”");

  await userEvent.selectOptions(screen.getByLabelText("Schedule"), "always");
  expect(screen.queryByTestId("closing-text")).toBeNull();
});

it("asks to look at a text that names hours when the week was changed", async () => {
  const told = aRow("r3", "- | - | - | - | false", "Closed", '"We are open Monday to Friday, 9 am to 6 pm."');
  rows = [...SHIPPED.slice(0, 2), told];
  inEffect = dmnOf(rows);
  render(<Editor />);
  expect(screen.queryByTestId("closing-stale")).toBeNull();
  block("Friday: 09:00 to 18:00").focus();
  await userEvent.keyboard("{Delete}");
  expect(screen.getByTestId("closing-stale")).toBeVisible();
  await userEvent.click(screen.getByTestId("closing-change"));
  await userEvent.type(screen.getByLabelText("Text"), " Not on Fridays.");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(screen.queryByTestId("closing-stale")).toBeNull();
});

it("says of an exception what customers are told then", () => {
  rows = [aRow("x", '"office" | date("2099-12-25") | - | - | false', "Christmas", '"Merry Christmas!"'), ...SHIPPED];
  render(<Editor />);
  expect(screen.getByTestId("exception")).toHaveTextContent("“Merry Christmas!”");
});

it("comes back to the schedule that was chosen, after another view was shown", async () => {
  schedules = [asks("always")];
  render(<Editor />);
  await userEvent.selectOptions(screen.getByLabelText("Schedule"), "office");
  await userEvent.click(screen.getByRole("button", { name: "Turn" }));
  await userEvent.click(screen.getByRole("button", { name: "Turn" }));
  expect(screen.getByLabelText("Schedule")).toHaveValue("office");
});
