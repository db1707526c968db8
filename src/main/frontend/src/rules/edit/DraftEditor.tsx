import { InlineLoading, InlineNotification } from "@carbon/react";
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from "react";
import type { DraftFile, Table } from "../../api/ruleTables";
import { useLeaveGuard } from "../../campaigns/useLeaveGuard";
import { DeployDialog } from "../deploy/DeployDialog";
import { columnsOf } from "../hours/readRows";
import { readDmn } from "../studio/dmn";
import { useStudio } from "../words";
import { CellHelper } from "./CellHelper";
import { ConflictDialog } from "./ConflictDialog";
import { EditBar } from "./EditBar";
import { FindingList } from "./FindingList";
import { columnName } from "./findingWords";
import { LeaveDialog } from "./LeaveDialog";
import type { EditorHandle, EditorState } from "./RowsEditor";
import { useCheck } from "./useCheck";
import { refusalWords } from "./useDraftCalls";
import { useDraftState } from "./useDraftState";
import { useLost } from "./useLost";
import { useSaving } from "./useSaving";
import { useUnused } from "./useUnused";
import { useView } from "./useView";

const RowsEditor = lazy(() => import("./RowsEditor"));
const WeekView = lazy(() => import("../hours/WeekView"));

const NONE: readonly number[] = [];

type DraftEditorProps = { draft: DraftFile; table: Table; onReload: () => void };

/** A draft while it is changed: saved by itself, checked as it is typed. */
export function DraftEditor({ draft, table, onReload }: DraftEditorProps) {
  const studio = useStudio();
  const { w } = studio;
  const [begun] = useState(draft.dmn);
  const [dmn, setDmn] = useState(draft.dmn);
  const [state, setState] = useState<EditorState>({ selected: null, undo: false, redo: false, rows: null });
  const [deploying, setDeploying] = useState(false);
  const editor = useRef<EditorHandle>(null);
  const saving = useSaving(draft, useLost(table.table, draft.basedOn));
  const checked = useCheck(table.table, dmn);
  const notes = useDraftState(table, saving.saved, checked.outcomes);
  const unsaved = saving.state !== "saved";
  const lost = !["saved", "waiting", "saving"].includes(saving.state);
  const guard = useLeaveGuard(
    unsaved,
    useCallback(() => !lost, [lost]),
  );

  const { changed } = saving;
  const onChange = useCallback(
    (xml: string) => {
      setDmn(xml);
      changed(xml);
    },
    [changed],
  );
  /** What was typed last is deployed, too: it has to be in the file, and the file on the server. */
  async function deploy() {
    await editor.current?.settled();
    if (await saving.save()) setDeploying(true);
  }
  const { selected } = state;
  const hours = useMemo(() => {
    const file = table.table === "business-hours" ? readDmn(begun) : null;
    return file === null ? null : columnsOf(file);
  }, [table.table, begun]);
  const [view, setView] = useView(hours !== null);
  const columns = [...table.inputs, ...table.outputs];
  const column = selected === null ? undefined : columns[selected.column - 1];
  const unused = useUnused(state.rows, table.inputs.length);
  const [all, setAll] = useState(false);
  const [schedule, setSchedule] = useState<string>();
  function show(row: number, at: number) {
    setView("table");
    if (unused.includes(at - 1)) setAll(true);
    editor.current?.select(row, at);
  }

  return (
    <div className="editor">
      <EditBar
        table={table}
        draft={saving.saved}
        dmn={dmn}
        state={state}
        saving={saving}
        editor={editor}
        view={hours === null ? null : view}
        onView={setView}
        columns={unused.length > 0 && view !== "week" ? { hidden: unused.length, all, onAll: setAll } : null}
        onDeploy={() => void deploy()}
      />
      <div className="editor__parts">
        <Suspense fallback={<InlineLoading description={w("edit.opening")} />}>
          <RowsEditor
            ref={editor}
            dmn={begun}
            hidden={view === "week"}
            unused={all ? NONE : unused}
            findings={checked.findings}
            onChange={onChange}
            onState={setState}
          />
          {view === "week" && hours !== null && state.rows !== null && (
            <WeekView
              rows={state.rows}
              columns={hours}
              table={table}
              chosen={schedule}
              onChoose={setSchedule}
              editor={editor}
              onRow={show}
            />
          )}
        </Suspense>
        <aside className="editor__side">
          <section className="editor__part" aria-labelledby="editor-cell" hidden={view === "week"}>
            <h2 id="editor-cell" className="editor__heading">
              {selected === null || column === undefined
                ? w("helper.title")
                : w("edit.cell", { row: selected.row, column: columnName(table, selected.column) })}
            </h2>
            {selected === null || column === undefined ? (
              <p className="editor__hint">{w("edit.none")}</p>
            ) : (
              <CellHelper
                key={selected.id}
                column={column}
                output={selected.column > table.inputs.length}
                text={selected.text}
                onWrite={(text) => editor.current?.write(selected.row, selected.column, text)}
              />
            )}
          </section>
          <section className="editor__part" aria-labelledby="editor-check" aria-live="polite">
            <h2 id="editor-check" className="editor__heading">
              {w("findings.title")}
            </h2>
            {checked.failed !== null ? (
              <InlineNotification
                kind="error"
                lowContrast
                hideCloseButton
                title={w("findings.failed")}
                subtitle={refusalWords(checked.failed, studio)}
              />
            ) : checked.known ? (
              <FindingList findings={checked.findings} notes={notes} table={table} onShow={show} />
            ) : (
              <InlineLoading description={w("findings.checking")} />
            )}
          </section>
        </aside>
      </div>
      {(saving.state === "conflict" || saving.state === "gone") && (
        <ConflictDialog saving={saving} draft={saving.saved} onReload={onReload} />
      )}
      {guard.asking && (
        <LeaveDialog
          onStay={guard.stay}
          onLeave={() => {
            saving.giveUp();
            guard.leave();
          }}
        />
      )}
      {deploying && (
        <DeployDialog table={table} draft={saving.saved} onClose={() => setDeploying(false)} onRebased={onReload} />
      )}
    </div>
  );
}
