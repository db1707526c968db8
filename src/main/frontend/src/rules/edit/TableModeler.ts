import addRule from "dmn-js-decision-table/lib/features/add-rule";
import annotations from "dmn-js-decision-table/lib/features/annotations/editor";
import cellSelection from "dmn-js-decision-table/lib/features/cell-selection";
import contextMenu from "dmn-js-decision-table/lib/features/context-menu";
import copyCutPaste from "dmn-js-decision-table/lib/features/copy-cut-paste";
import rules from "dmn-js-decision-table/lib/features/decision-rules/editor";
import dragAndDrop from "dmn-js-decision-table/lib/features/drag-and-drop";
import editorActions from "dmn-js-decision-table/lib/features/editor-actions";
import keyboard from "dmn-js-decision-table/lib/features/keyboard";
import modeling from "dmn-js-decision-table/lib/features/modeling";
import Viewer from "dmn-js-decision-table/lib/Viewer";
import EditingManager from "dmn-js-shared/lib/base/EditingManager";
import expressionLanguages from "dmn-js-shared/lib/features/expression-languages";
import interactionEvents from "table-js/lib/features/interaction-events";
import selection from "table-js/lib/features/selection";

/** The rows are edited here and nothing else: the columns are what Pupitre asks by, and stay. */
class RowsEditor extends Viewer {
  getModules(): object[] {
    return [
      ...Viewer._getModules(),
      addRule,
      annotations,
      cellSelection,
      contextMenu,
      copyCutPaste,
      rules,
      dragAndDrop,
      editorActions,
      keyboard,
      modeling,
      expressionLanguages,
      interactionEvents,
      selection,
    ];
  }
}

type Decision = { decisionLogic?: { $type: string } };

/** dmn-js with its decision table alone: no diagram of requirements, which these files do not need. */
export class TableModeler extends EditingManager {
  protected _getViewProviders() {
    return [
      {
        id: "decisionTable",
        constructor: RowsEditor,
        opens: ({ decisionLogic }: Decision) => decisionLogic?.$type === "dmn:DecisionTable",
      },
    ];
  }
}
