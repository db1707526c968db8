import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import type { Finding } from "../../api/ruleChecks";
import { headingOf } from "../studio/columnWords";
import type { DmnRow } from "../studio/dmn";
import { useStudio } from "../words";
import { ModelerAccess, type RowAct, type Selected } from "./modelerAccess";
import "dmn-js/dist/assets/dmn-font/css/dmn.css";
import "dmn-js/dist/assets/dmn-js-shared.css";
import "dmn-js/dist/assets/dmn-js-decision-table.css";
import "dmn-js/dist/assets/dmn-js-decision-table-controls.css";

export type EditorState = {
  selected: Selected | null;
  undo: boolean;
  redo: boolean;
  /** Null until the file is open. */
  rows: readonly DmnRow[] | null;
};
export type EditorHandle = {
  act: (act: RowAct) => void;
  write: (row: number, column: number, text: string) => void;
  select: (row: number, column: number) => void;
  replace: (rows: readonly DmnRow[]) => void;
  undo: () => void;
  redo: () => void;
  /** Comes back when the last change has been told. */
  settled: () => Promise<void>;
};
type RowsEditorProps = {
  /** What is opened; later changes of it are not followed. */
  dmn: string;
  /** Whether another view of the rows is shown; they are still here. */
  hidden: boolean;
  /** Inputs that are not shown, the first being 0. */
  unused: readonly number[];
  findings: readonly Finding[];
  onChange: (dmn: string) => void;
  onState: (state: EditorState) => void;
  ref: Ref<EditorHandle>;
};

/** The first input is the second cell of its row, where style sheets begin with 1. */
const COLUMNS_BEFORE = 2;

function firstShown(unused: readonly number[]): number {
  let at = 0;
  while (unused.includes(at)) at++;
  return at;
}

/** The rows of a draft in dmn-js. */
export default function RowsEditor({ dmn, hidden, unused, findings, onChange, onState, ref }: RowsEditorProps) {
  const studio = useStudio();
  const { w, language } = studio;
  const place = useRef<HTMLElement>(null);
  const access = useRef<ModelerAccess | null>(null);
  const telling = useRef<Promise<void>>(Promise.resolve());
  const [opened, setOpened] = useState<"opening" | "open" | "failed">("opening");
  const told = useRef({ onChange, onState, studio, unused });
  told.current = { onChange, onState, studio, unused };

  useEffect(() => {
    if (place.current === null) return;
    let here = true;
    let changes = 0;
    const editor = new ModelerAccess(place.current, {
      words: (column) => ({
        label: headingOf(column, told.current.studio),
        type: told.current.studio.known(`type.${column.type}`) ?? column.type,
      }),
      isFirst: (index) => index === firstShown(told.current.unused),
      translate: (text) => told.current.studio.known(`dmn.${text}`) ?? text,
    });
    function tell() {
      if (here) told.current.onState({ selected: editor.selected(), rows: editor.table(), ...editor.can() });
    }
    editor
      .open(dmn, {
        onSelect: tell,
        onChange: () => {
          tell();
          const change = ++changes;
          telling.current = editor.xml().then((xml) => {
            if (here && change === changes) told.current.onChange(xml);
          });
        },
      })
      .then(() => {
        if (!here) return;
        access.current = editor;
        setOpened("open");
        tell();
      })
      .catch(() => here && setOpened("failed"));
    return () => {
      here = false;
      access.current = null;
      editor.close();
    };
  }, [dmn]);

  useImperativeHandle(ref, () => ({
    act: (act) => access.current?.act(act),
    write: (row, column, text) => access.current?.write(row, column, text),
    select: (row, column) => access.current?.select(row, column),
    replace: (rows) => access.current?.replace(rows),
    undo: () => access.current?.undo(),
    redo: () => access.current?.redo(),
    settled: () => telling.current,
  }));

  const hiding = unused.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads say When of the first one, in the reader's language
  useEffect(() => {
    if (opened === "open") access.current?.redrawHeads();
  }, [opened, hiding, language]);

  // dmn-js draws its cells anew as it likes: a style sheet finds them whenever they are there.
  useEffect(() => {
    if (opened !== "open" || !("adoptedStyleSheets" in document)) return;
    const sheet = new CSSStyleSheet();
    for (const { row, column, severity } of [...findings].sort(({ severity }) => (severity === "error" ? 1 : -1))) {
      const id = row === null || column === null ? undefined : access.current?.cellId(row, column);
      if (id !== undefined)
        sheet.insertRule(
          `[data-element-id="${CSS.escape(id)}"] { box-shadow: inset 0 0 0 2px var(--cds-support-${severity}); }`,
        );
    }
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [findings, opened]);

  return (
    <>
      {opened === "failed" && <p role="alert">{w("edit.unreadable")}</p>}
      <section
        ref={place}
        hidden={hidden}
        className="editor__table"
        aria-label={w("edit.table")}
        data-hidden={unused.map((at) => at + COLUMNS_BEFORE).join(" ")}
        data-testid="dmn-editor"
      />
    </>
  );
}
