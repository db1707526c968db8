import { InlineNotification, Modal, Select, SelectItem, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { type CaseBody, changeCase, createCase, type Value } from "../../api/ruleChecks";
import type { Column, Table } from "../../api/ruleTables";
import { refreshTable } from "../../live/rules";
import { useToast } from "../../shell/Toasts";
import { refusalWords } from "../edit/useDraftCalls";
import { useStudio } from "../words";
import { InputForm } from "./InputForm";
import { filledOf, inputsOf } from "./inputs";

type CaseDialogProps = { table: Table; id?: string; known: CaseBody; onClose: () => void };

/** A case: what the table is asked, and what it has to say. */
export function CaseDialog({ table, id, known, onClose }: CaseDialogProps) {
  const studio = useStudio();
  const { w, t } = studio;
  const client = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState(known.name);
  const [filled, setFilled] = useState(() => filledOf(table, known.inputs));
  const [expected, setExpected] = useState(known.expected);
  const save = useMutation({
    mutationFn: () => {
      const said = table.outputs.map(({ expression }) => [expression, expected[expression] ?? null] as const);
      const body = { name: name.trim(), inputs: inputsOf(table, filled), expected: Object.fromEntries(said) };
      return id === undefined ? createCase(table.table, body) : changeCase(table.table, id, body);
    },
    onSuccess: () => {
      refreshTable(client, table.table);
      toast("success", w("case.saved"));
      onClose();
    },
  });
  return createPortal(
    <Modal
      open
      size="lg"
      modalHeading={w(id === undefined ? "case.save" : "case.change")}
      primaryButtonText={w("case.keep")}
      primaryButtonDisabled={save.isPending || name.trim() === ""}
      secondaryButtonText={w("dialog.cancel")}
      closeButtonLabel={t("app.close")}
      selectorPrimaryFocus="#case-name"
      onRequestClose={onClose}
      onRequestSubmit={() => save.mutate()}
      data-testid="case-dialog"
    >
      <div className="deploy">
        <TextInput
          id="case-name"
          size="md"
          labelText={w("case.name")}
          helperText={w("case.nameHelp")}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <section>
          <h3 className="deploy__heading">{w("case.expected")}</h3>
          <div className="try__fields">
            {table.outputs.map((column) => (
              <ExpectedField
                key={column.expression}
                column={column}
                value={expected[column.expression] ?? null}
                onChange={(value) => setExpected({ ...expected, [column.expression]: value })}
              />
            ))}
          </div>
        </section>
        <section>
          <h3 className="deploy__heading">{w("case.inputs")}</h3>
          <InputForm table={table} filled={filled} onChange={setFilled} prefix="case" />
        </section>
        {save.isError && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={w("drafts.callFailed")}
            subtitle={refusalWords(save.error, studio)}
          />
        )}
      </div>
    </Modal>,
    document.body,
  );
}

function ExpectedField({
  column,
  value,
  onChange,
}: {
  column: Column;
  value: Value;
  onChange: (value: Value) => void;
}) {
  const { w } = useStudio();
  const id = `expected-${column.expression}`;
  const text = value === null ? "" : String(value);
  const read = (typed: string): Value =>
    typed === ""
      ? null
      : column.type === "number"
        ? Number(typed)
        : column.type === "boolean"
          ? typed === "true"
          : typed;
  const choices =
    column.type === "boolean"
      ? [
          { value: "true", label: w("helper.yes") },
          { value: "false", label: w("helper.no") },
        ]
      : column.choices;
  if (choices === null)
    return (
      <TextInput
        id={id}
        size="md"
        type={column.type === "number" ? "number" : "text"}
        labelText={column.label}
        value={text}
        onChange={(event) => onChange(read(event.target.value))}
      />
    );
  return (
    <Select
      id={id}
      size="md"
      labelText={column.label}
      value={text}
      onChange={(event) => onChange(read(event.target.value))}
    >
      <SelectItem value="" text={w("helper.nothing")} />
      {choices.map((choice) => (
        <SelectItem key={choice.value} value={choice.value} text={choice.label} />
      ))}
      {text !== "" && !choices.some((choice) => choice.value === text) && (
        <SelectItem value={text} text={w("helper.unknown", { value: text })} />
      )}
    </Select>
  );
}
