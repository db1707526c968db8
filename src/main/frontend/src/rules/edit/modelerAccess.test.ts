import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { aRoutingDmn } from "../../test/ruleTables";
import { ModelerAccess } from "./modelerAccess";

let editor: ModelerAccess;
let changes: number;
let words: string;
let first: number;

beforeEach(async () => {
  changes = 0;
  words = "";
  first = 0;
  const place = document.createElement("div");
  document.body.append(place);
  editor = new ModelerAccess(place, {
    words: ({ label, type }) => ({ label: words === "" ? label : `${words} ${label}`, type }),
    isFirst: (index) => index === first,
    translate: (text) => text,
  });
  await editor.open(aRoutingDmn(), { onChange: () => changes++, onSelect: () => {} });
  return () => editor.close();
});

/** jsdom does not lay texts out; the editor reads what stands in a chosen cell. */
function layOut() {
  Object.defineProperty(HTMLElement.prototype, "innerText", {
    configurable: true,
    get(this: HTMLElement) {
      return this.textContent;
    },
  });
  onTestFinished(() => {
    Reflect.deleteProperty(HTMLElement.prototype, "innerText");
  });
}

it("puts other rows in the place of some, and takes all of it back in one step", async () => {
  const before = await editor.xml();
  const [urgent, rest] = editor.table();
  if (urgent === undefined || rest === undefined) throw new Error("Expected two rows, but there are fewer");
  expect(rest).toEqual({ id: "r2", annotation: "Everything else", cells: ["-", "-", "-", '"returns"', "0"] });

  editor.replace([
    { id: "", annotation: "By night", cells: ["-", "-", '>= time("22:00:00"),< time("06:00:00")', "null", "3"] },
    { ...rest, cells: [...rest.cells.slice(0, 4), "1"] },
  ]);

  expect(editor.table()).toMatchObject([
    { annotation: "By night", cells: ["-", "-", '>= time("22:00:00"),< time("06:00:00")', "null", "3"] },
    { id: "r2", annotation: "Everything else", cells: ["-", "-", "-", '"returns"', "1"] },
  ]);
  expect(changes).toBe(1);
  editor.undo();
  expect(await editor.xml()).toBe(before);
  expect(editor.can()).toEqual({ undo: false, redo: true });
});

it("leaves the file as it is where the rows are the same", async () => {
  const before = await editor.xml();
  editor.replace(editor.table());
  expect(await editor.xml()).toBe(before);
});

it("puts rows in another order, with a new one among them, and takes that back in one step", async () => {
  const before = await editor.xml();
  const [first, second] = editor.table();
  if (first === undefined || second === undefined) throw new Error("Expected two rows, but there are fewer");
  const added = { id: "", annotation: "Between", cells: ["-", "-", "-", "null", "7"] };

  editor.replace([{ ...second, cells: [...second.cells.slice(0, 4), "1"] }, added, first]);

  expect(editor.table()).toMatchObject([
    { id: second.id, annotation: second.annotation, cells: [...second.cells.slice(0, 4), "1"] },
    { annotation: "Between", cells: added.cells },
    first,
  ]);
  const ids = [...(await editor.xml()).matchAll(/<rule id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(editor.table().map(({ id }) => id));
  expect(changes).toBe(1);
  editor.undo();
  expect(await editor.xml()).toBe(before);
});

it("heads the columns in other words than the file, and says When of the first that is shown", async () => {
  const heads = () =>
    [...document.querySelectorAll("thead th:not(.index-column)")].map(({ textContent }) => textContent);
  const before = await editor.xml();
  expect(heads().slice(0, 4)).toEqual(["WhenCampaignstring", "AndTextstring", "AndLocal timetime", "ThenTeamstring"]);
  words = "Le";
  first = 1;
  editor.redrawHeads();
  await vi.waitFor(() =>
    expect(heads().slice(0, 4)).toEqual([
      "AndLe Campaignstring",
      "WhenLe Textstring",
      "AndLe Local timetime",
      "ThenLe Teamstring",
    ]),
  );
  expect(await editor.xml()).toBe(before);
  expect(changes).toBe(0);
});

it("adds rows below, moves them down and deletes them, each taken back in one step", async () => {
  layOut();
  const before = await editor.xml();
  editor.select(1, 2);
  editor.act("below");
  expect(editor.table().map(({ cells }) => cells)).toEqual([
    ["-", 'contains(?, "urgent")', "-", "null", "10"],
    ["", "", "", "null", "null"],
    ["-", "-", "-", '"returns"', "0"],
  ]);

  editor.select(1, 2);
  editor.act("down");
  expect(editor.table().map(({ annotation }) => annotation)).toEqual(["", "Urgent first", "Everything else"]);
  expect(editor.selected()).toMatchObject({ row: 2, column: 2 });

  editor.act("delete");
  expect(editor.table().map(({ annotation }) => annotation)).toEqual(["", "Everything else"]);

  editor.undo();
  editor.undo();
  expect(editor.table().map(({ annotation }) => annotation)).toEqual(["Urgent first", "", "Everything else"]);
  while (editor.can().undo) editor.undo();
  expect(await editor.xml()).toBe(before);
});

it("shows an output that says nothing as empty, and writes null where it is left so", async () => {
  layOut();
  editor.act("below");
  const typing = () => document.querySelector('tbody tr:last-child .output-cell:nth-last-child(2) [role="textbox"]');
  const type = (text: string) => {
    const field = typing();
    if (field === null) throw new Error("Expected a field to type into, but there is none");
    field.textContent = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const said = () => editor.table().at(-1)?.cells.at(-1);

  await vi.waitFor(() => expect(typing()?.textContent).toBe(""));
  expect(said()).toBe("null");
  type("50");
  await vi.waitFor(() => expect(said()).toBe("50"));
  expect(typing()?.textContent).toBe("50");
  type("");
  await vi.waitFor(() => expect(said()).toBe("null"));
  expect(typing()?.textContent).toBe("");
  type("null");
  await vi.waitFor(() => expect(typing()?.textContent).toBe("null"));
});

it("keeps in the file what is written beside a row", async () => {
  const [urgent, rest] = editor.table();
  if (urgent === undefined || rest === undefined) throw new Error("Expected two rows, but there are fewer");

  editor.replace([{ ...urgent, annotation: "Agreed with the team" }, rest]);

  expect(await editor.xml()).toContain("<description>Agreed with the team</description>");
});
