import CellEditor from "dmn-js-decision-table/lib/features/decision-rules/components/DecisionRulesCellEditorComponent";

/** How an output says nothing; without any words it would be an error. */
export const NOTHING = "null";

/** An output that says nothing is empty to whoever types into it, and null in the file. */
class OutputCell extends CellEditor {
  /** Who writes the word themselves goes on to see it. */
  private typed = false;

  override changeCellValue(text: string): void {
    this.typed = text === NOTHING;
    super.changeCellValue(text.trim() === "" ? NOTHING : text);
  }

  override render() {
    const cell = super.render();
    const { props } = cell.props.children;
    if (props.value === NOTHING && !this.typed) props.value = "";
    return cell;
  }
}

type Asked = { cellType?: string; cell?: { businessObject: { $type: string } } };
type Components = { onGetComponent: (type: string, priority: number, give: (asked: Asked) => unknown) => void };

function OutputCells(components: Components) {
  components.onGetComponent("cell", 2000, ({ cellType, cell }) =>
    cellType === "rule" && cell?.businessObject.$type === "dmn:LiteralExpression" ? OutputCell : undefined,
  );
}
OutputCells.$inject = ["components"];

export const outputCellsModule = { __init__: ["outputCells"], outputCells: ["type", OutputCells] };
