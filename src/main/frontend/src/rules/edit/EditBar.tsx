import { Add, ArrowDown, ArrowUp, Copy, Download, Redo, RowInsert, TrashCan, Undo } from "@carbon/icons-react";
import { Button, ContentSwitcher, IconButton, Modal, Switch, Toggle } from "@carbon/react";
import { type ComponentType, type RefObject, useState } from "react";
import { createPortal } from "react-dom";
import type { DraftFile, Table } from "../../api/ruleTables";
import { useStudio } from "../words";
import type { RowAct } from "./modelerAccess";
import type { EditorHandle, EditorState } from "./RowsEditor";
import { refusalWords, useDraftCalls } from "./useDraftCalls";
import type { useSaving } from "./useSaving";
import { VIEWS, type View } from "./useView";

const ACTS: [RowAct, ComponentType<{ size: number }>][] = [
  ["above", RowInsert],
  ["below", Add],
  ["copy", Copy],
  ["up", ArrowUp],
  ["down", ArrowDown],
  ["delete", TrashCan],
];

type EditBarProps = {
  table: Table;
  draft: DraftFile;
  dmn: string;
  state: EditorState;
  saving: ReturnType<typeof useSaving>;
  editor: RefObject<EditorHandle | null>;
  /** Null of a table that has one view alone. */
  view: View | null;
  onView: (view: View) => void;
  /** Null where all are shown anyway. */
  columns: { hidden: number; all: boolean; onAll: (all: boolean) => void } | null;
  onDeploy: () => void;
};

function download(name: string, dmn: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([dmn], { type: "application/xml" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What can be done with the chosen row, and with the draft as a whole. */
export function EditBar({ table, draft, dmn, state, saving, editor, view, onView, columns, onDeploy }: EditBarProps) {
  const studio = useStudio();
  const { w, wn, t } = studio;
  const { remove } = useDraftCalls(table.table);
  const [deleting, setDeleting] = useState(false);
  return (
    <div className="editor__bar" role="toolbar" aria-label={w("edit.tools")}>
      {view !== null && (
        <div className="editor__views">
          <ContentSwitcher
            size="sm"
            selectedIndex={VIEWS.indexOf(view)}
            onChange={({ index }) => onView(VIEWS[index ?? 0] ?? "table")}
            aria-label={w("view.label")}
          >
            {VIEWS.map((one) => (
              <Switch key={one} name={one} text={w(`view.${one}`)} data-testid={`view-${one}`} />
            ))}
          </ContentSwitcher>
        </div>
      )}
      <div className="editor__acts">
        {view !== "week" &&
          ACTS.map(([act, Icon]) => (
            <IconButton
              key={act}
              kind="ghost"
              size="md"
              label={w(`edit.${act}`)}
              align="bottom"
              disabled={state.selected === null && act !== "below"}
              onClick={() => editor.current?.act(act)}
              data-testid={`row-${act}`}
            >
              <Icon size={16} />
            </IconButton>
          ))}
        {view !== "week" && <span className="editor__gap" />}
        <IconButton
          kind="ghost"
          size="md"
          label={w("edit.undo")}
          align="bottom"
          disabled={!state.undo}
          onClick={() => editor.current?.undo()}
          data-testid="undo"
        >
          <Undo size={16} />
        </IconButton>
        <IconButton
          kind="ghost"
          size="md"
          label={w("edit.redo")}
          align="bottom"
          disabled={!state.redo}
          onClick={() => editor.current?.redo()}
        >
          <Redo size={16} />
        </IconButton>
      </div>
      {columns !== null && (
        <Toggle
          id="editor-all"
          size="sm"
          className="editor__all"
          labelText={w("rows.showAll")}
          title={columns.all ? undefined : wn("rows.hidden", columns.hidden)}
          hideLabel
          toggled={columns.all}
          onToggle={columns.onAll}
          data-testid="all-columns"
        />
      )}
      <span className={`editor__saving editor__saving--${saving.state}`} role="status" data-testid="saving">
        {saving.state === "refused" && saving.refusal !== null
          ? w("saving.refused", { reason: refusalWords(saving.refusal, studio) })
          : w(`saving.${saving.state}`)}
      </span>
      {(saving.state === "failed" || saving.state === "refused") && (
        <Button kind="ghost" size="sm" onClick={() => void saving.save()}>
          {w("saving.again")}
        </Button>
      )}
      <div className="editor__acts">
        <IconButton
          kind="ghost"
          size="md"
          label={w("edit.export")}
          align="bottom"
          onClick={() => download(`${table.table}.dmn`, dmn)}
        >
          <Download size={16} />
        </IconButton>
        <Button kind="ghost" size="md" onClick={() => setDeleting(true)}>
          {w("drafts.delete")}
        </Button>
        <Button
          size="md"
          onClick={onDeploy}
          disabled={saving.state === "conflict" || saving.state === "gone"}
          data-testid="deploy"
        >
          {w("edit.deploy")}
        </Button>
      </div>
      {deleting &&
        createPortal(
          <Modal
            open
            danger
            size="xs"
            modalHeading={w("drafts.deleteAsk")}
            primaryButtonText={w("drafts.delete")}
            secondaryButtonText={w("dialog.cancel")}
            closeButtonLabel={t("app.close")}
            onRequestClose={() => setDeleting(false)}
            onRequestSubmit={() => {
              saving.giveUp();
              remove.mutate(draft.id, { onError: saving.takeUp });
            }}
          >
            <p>{w("drafts.deleteDetail")}</p>
          </Modal>,
          document.body,
        )}
    </div>
  );
}
