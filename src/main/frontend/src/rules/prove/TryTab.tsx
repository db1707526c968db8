import { Button, Form, InlineNotification } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { check, type Finding, type Trial, tryOut } from "../../api/ruleChecks";
import type { Table } from "../../api/ruleTables";
import { draftQuery } from "../../live/ruleTables";
import { FindingList } from "../edit/FindingList";
import { refusalWords } from "../edit/useDraftCalls";
import { useStudio } from "../words";
import { CaseDialog } from "./CaseDialog";
import { FromConversation } from "./FromConversation";
import { InputForm } from "./InputForm";
import { type Filled, factOf, inputsOf, isCustomersText } from "./inputs";
import { SubjectSelect, useSubject } from "./subject";
import { TrialResult } from "./TrialResult";

type Asked = { inputs: ReturnType<typeof inputsOf>; trial: Trial };

/** Asks a table what one would like to know, without anything coming of it. */
export function TryTab({ table, edits }: { table: Table; edits: boolean }) {
  const studio = useStudio();
  const { w } = studio;
  const { subject, draft } = useSubject(table);
  const client = useQueryClient();
  const [filled, setFilled] = useState<Filled>({});
  const [saving, setSaving] = useState<Asked | null>(null);
  const ask = useMutation({
    mutationFn: async () => {
      const inputs = inputsOf(table, filled);
      const dmn = draft === null ? table.current.dmn : (await client.fetchQuery(draftQuery(table.table, draft))).dmn;
      const [trial, findings] = await Promise.all([
        tryOut(table.table, draft === null ? subject : { dmn }, inputs),
        draft === null ? [] : check(table.table, dmn),
      ]);
      return { draft, inputs, trial, dmn, errors: findings.filter(({ severity }) => severity === "error") };
    },
  });
  /** The answer is to what was asked, and to nothing else. */
  const { reset } = ask;
  const fill = (next: Filled) => {
    setFilled(next);
    reset();
  };
  return (
    <div className="try">
      <section aria-label={w("try.ask")}>
        <p className="editor__hint">{w("try.lead")}</p>
        <SubjectSelect table={table} />
        <FromConversation table={table} onFilled={fill} />
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate();
          }}
        >
          <InputForm table={table} filled={filled} onChange={fill} />
          <div className="studio__acts">
            <Button type="submit" size="md" disabled={ask.isPending} data-testid="try">
              {w("try.go")}
            </Button>
            <Button kind="ghost" size="md" onClick={() => fill({})}>
              {w("try.clear")}
            </Button>
          </div>
        </Form>
      </section>
      <section className="try__answer" aria-label={w("try.answer")} aria-live="polite">
        {ask.isError ? (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={w("try.failed")}
            subtitle={refusalWords(ask.error, studio)}
          />
        ) : ask.data === undefined || ask.data.draft !== draft ? (
          <p className="editor__hint">{w("try.none")}</p>
        ) : (
          <>
            <DraftErrors table={table} errors={ask.data.errors} />
            <AskedText table={table} asked={ask.data} />
            <TrialResult trial={ask.data.trial} dmn={ask.data.dmn} table={table} sound={ask.data.errors.length === 0} />
            {edits && ask.data.trial.row !== null && ask.data.errors.length === 0 && (
              <Button kind="tertiary" size="sm" onClick={() => setSaving(ask.data)} data-testid="save-case">
                {w("case.save")}
              </Button>
            )}
          </>
        )}
      </section>
      {saving !== null && (
        <CaseDialog
          table={table}
          known={{ name: "", inputs: saving.inputs, expected: saving.trial.outputs }}
          onClose={() => setSaving(null)}
        />
      )}
    </div>
  );
}

/** What keeps the draft from deciding anything, whatever it answers here. */
function DraftErrors({ table, errors }: { table: Table; errors: readonly Finding[] }) {
  const { w, wn } = useStudio();
  if (errors.length === 0) return null;
  return (
    <section data-testid="try-errors" className="try__errors">
      <h3 className="editor__heading">{wn("try.errors", errors.length)}</h3>
      <p className="editor__hint">{w("try.errorsDetail")}</p>
      <FindingList findings={errors} table={table} />
    </section>
  );
}

/** The customer's words as the table was asked about them, where these are others than were typed. */
function AskedText({ table, asked }: { table: Table; asked: Asked }) {
  const { w } = useStudio();
  // Column by column, whatever the heading is in the reader's language.
  const at = table.inputs.findIndex(isCustomersText);
  const column = table.inputs[at];
  const text = asked.trial.inputs[at]?.value;
  if (column === undefined || typeof text !== "string" || text === (asked.inputs[factOf(column)] ?? "")) return null;
  return (
    <p className="editor__hint" data-testid="asked-text">
      {w("try.asked", { text })}
    </p>
  );
}
