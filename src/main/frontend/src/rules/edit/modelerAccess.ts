import type { DmnRow } from "../studio/dmn";
import { type Heads, headsModule } from "./heads";
import { NOTHING, outputCellsModule } from "./outputCells";
import { TableModeler } from "./TableModeler";

type Business = { $type: string; id: string; text?: string; description?: string };
type Row = { id: string; businessObject: Business; cells: Cell[] };
type Cell = { id: string; businessObject: Business; row?: Row };
type Root = { rows: Row[] };
type Sheet = { getRoot: () => Root };
type Selection = { get: () => Cell | undefined; select: (element: Cell) => void };
type Modeling = {
  addRow: (attributes: object, index?: number) => Row;
  removeRow: (row: Row) => void;
  moveRow: (row: Row, index: number) => void;
  editCell: (cell: Business, text: string) => void;
  editAnnotation: (rule: Business, text: string) => void;
};
type Command = { preExecute: (context: { wanted: readonly DmnRow[] }) => void };
type CommandStack = {
  register: (command: string, handler: Command) => void;
  execute: (command: string, context: { wanted: readonly DmnRow[] }) => void;
  undo: () => void;
  redo: () => void;
  canUndo: () => boolean;
  canRedo: () => boolean;
};
type EventBus = {
  on: (event: string, priority: number, callback: (event: Record<string, unknown>) => unknown) => void;
};

/** A cell of the table; its first column is 1. */
export type Selected = { id: string; row: number; column: number; text: string };
export type RowAct = "above" | "below" | "copy" | "up" | "down" | "delete";
type Told = { onChange: () => void; onSelect: () => void };

const REPLACE = "rows.replace";

const isRow = (element: unknown): boolean => {
  const cell = element as Cell | undefined;
  return (cell?.row ?? cell)?.businessObject?.$type === "dmn:DecisionRule";
};

/** What the screen asks of dmn-js, in its own words. */
export class ModelerAccess {
  private readonly modeler: TableModeler;

  constructor(container: HTMLElement, heads: Heads) {
    this.modeler = new TableModeler({
      container,
      height: "100%",
      decisionTable: {
        additionalModules: [{ translate: ["value", heads.translate] }, headsModule(heads), outputCellsModule],
      },
      // A language of this name has no editor of its own, whose style sheets would be refused: nothing runs or is
      // drawn here that is not a file of ours. In files, FEEL is what is meant by no language.
      common: { expressionLanguages: { options: [{ value: "FEEL", label: "FEEL" }], defaults: { editor: "FEEL" } } },
    });
  }

  async open(dmn: string, { onChange, onSelect }: Told): Promise<void> {
    await this.modeler.importXML(dmn);
    const bus = this.get<EventBus>("eventBus");
    const registry = this.get<{ get: (id: string) => unknown }>("elementRegistry");
    this.get<CommandStack>("commandStack").register(REPLACE, { preExecute: ({ wanted }) => this.rewrite(wanted) });
    bus.on("elements.changed", 500, () => onChange());
    bus.on("selection.changed", 500, () => onSelect());
    // A new row says nothing; an output without any words would be an error.
    bus.on("commandStack.row.add.postExecute", 500, ({ context }) => {
      for (const { businessObject } of (context as { row: Row }).row.cells)
        if (businessObject.$type === "dmn:LiteralExpression" && !businessObject.text)
          this.get<Modeling>("modeling").editCell(businessObject, NOTHING);
    });
    // The menus of columns offer what must not be done.
    bus.on("cell.contextmenu", 3000, ({ id }) => (isRow(registry.get(String(id))) ? undefined : false));
  }

  private get<T>(service: string): T {
    const viewer = this.modeler.getActiveViewer();
    if (viewer === undefined) throw new Error("Expected an open table, but there is none");
    return viewer.get<T>(service);
  }

  async xml(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  private rows = () => this.get<Sheet>("sheet").getRoot().rows;

  selected(): Selected | null {
    const cell = this.get<Selection>("selection").get();
    if (cell?.row === undefined) return null;
    const row = this.rows().indexOf(cell.row);
    const column = cell.row.cells.indexOf(cell);
    if (row < 0 || column < 0) return null;
    return { id: cell.id, row: row + 1, column: column + 1, text: cell.businessObject.text ?? "" };
  }

  select(row: number, column: number): void {
    const cell = this.rows()[row - 1]?.cells[column - 1];
    if (cell !== undefined) this.get<Selection>("selection").select(cell);
  }

  cellId = (row: number, column: number) => this.rows()[row - 1]?.cells[column - 1]?.id;

  write(row: number, column: number, text: string): void {
    const cell = this.rows()[row - 1]?.cells[column - 1];
    if (cell !== undefined && cell.businessObject.text !== text)
      this.get<Modeling>("modeling").editCell(cell.businessObject, text);
  }

  /** All rows as they stand, with the texts of their cells. */
  table(): DmnRow[] {
    return this.rows().map(({ businessObject, cells }) => ({
      id: businessObject.id,
      annotation: businessObject.description ?? "",
      cells: cells.map((cell) => cell.businessObject.text ?? ""),
    }));
  }

  /** Makes the rows these, in one step that is undone as one; rows without an id are new, and what is the same is not touched. */
  replace(wanted: readonly DmnRow[]): void {
    this.get<CommandStack>("commandStack").execute(REPLACE, { wanted });
  }

  private rewrite(wanted: readonly DmnRow[]): void {
    const modeling = this.get<Modeling>("modeling");
    const kept = new Set(wanted.map(({ id }) => id));
    for (const row of [...this.rows()]) if (!kept.has(row.businessObject.id)) modeling.removeRow(row);
    for (const [index, { id, annotation, cells }] of wanted.entries()) {
      const row =
        (id === "" ? undefined : this.rows().find(({ businessObject }) => businessObject.id === id)) ??
        modeling.addRow({ type: "dmn:DecisionRule" }, index);
      if (this.rows()[index] !== row) modeling.moveRow(row, index);
      for (const [at, { businessObject }] of row.cells.entries())
        if ((businessObject.text ?? "") !== cells[at]) modeling.editCell(businessObject, cells[at] ?? "");
      if ((row.businessObject.description ?? "") !== annotation)
        modeling.editAnnotation(row.businessObject, annotation);
    }
  }

  /** Does something with the chosen row, or the last one, and chooses what came of it. */
  act(act: RowAct): void {
    const at = this.selected();
    const rows = this.rows();
    const row = at === null ? rows.at(-1) : rows[at.row - 1];
    const chosen = this.changed(act, row, row === undefined ? 0 : rows.indexOf(row), rows.length);
    if (chosen !== null) this.select(chosen, at?.column ?? 1);
  }

  /** The row to choose then, the first being 1. */
  private changed(act: RowAct, row: Row | undefined, index: number, count: number): number | null {
    const modeling = this.get<Modeling>("modeling");
    const to = index + (act === "up" ? -1 : 1);
    if (act === "above" || act === "below") {
      modeling.addRow({ type: "dmn:DecisionRule" }, act === "above" ? index : to);
      return act === "above" ? index + 1 : index + 2;
    }
    if (row === undefined) return null;
    if (act === "copy") this.copy(row, index + 1);
    else if (act === "delete") modeling.removeRow(row);
    else if (to >= 0 && to < count) modeling.moveRow(row, to);
    else return null;
    return act === "delete" ? Math.min(index + 1, count - 1) : to + 1;
  }

  private copy(row: Row, index: number): void {
    const modeling = this.get<Modeling>("modeling");
    const added = modeling.addRow({ type: "dmn:DecisionRule" }, index);
    for (const [at, cell] of row.cells.entries()) {
      const to = added.cells[at];
      if (to !== undefined && cell.businessObject.text) modeling.editCell(to.businessObject, cell.businessObject.text);
    }
    if (row.businessObject.description) modeling.editAnnotation(added.businessObject, row.businessObject.description);
  }

  /** Draws the heads anew, as their words are others now. */
  redrawHeads(): void {
    this.get<{ elementsChanged: (elements: Root[]) => void }>("changeSupport").elementsChanged([
      this.get<Sheet>("sheet").getRoot(),
    ]);
  }

  undo = () => this.get<CommandStack>("commandStack").undo();
  redo = () => this.get<CommandStack>("commandStack").redo();
  can() {
    const stack = this.get<CommandStack>("commandStack");
    return { undo: stack.canUndo(), redo: stack.canRedo() };
  }

  close = () => this.modeler.destroy();
}
