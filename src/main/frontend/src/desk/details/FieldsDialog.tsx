import { Add, ArrowDown, ArrowUp, TrashCan } from "@carbon/icons-react";
import { Button, IconButton, InlineNotification, Modal, Select, SelectItem, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { type CustomerField, type CustomerFields, FIELD_KINDS, type FieldKind, putFields } from "../../api/customers";
import { useI18n } from "../../i18n/i18n";
import { errorWords } from "../../i18n/reasons";
import { keys } from "../../live/queries";
import { choicesOf, faultsOf, idFor } from "./fieldDefinitions";

const MOST = 30;

/** What is to be known of every customer, as an administrator defines it. */
export default function FieldsDialog({ known, onClose }: { known: CustomerFields; onClose: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [fields, setFields] = useState<CustomerField[]>(known.fields);
  const faults = faultsOf(fields);
  const call = useMutation({
    mutationFn: () => putFields({ fields, version: known.version }),
    onSuccess: (saved) => {
      client.setQueryData(keys.fields, saved);
      onClose();
    },
    onError: () => void client.invalidateQueries({ queryKey: keys.fields }),
  });
  const change = (at: number, changes: Partial<CustomerField>) =>
    setFields(fields.map((field, index) => (index === at ? { ...field, ...changes } : field)));
  const swap = (at: number, to: number) => {
    const next = [...fields];
    const [moved] = next.splice(at, 1);
    if (moved !== undefined) next.splice(to, 0, moved);
    setFields(next);
  };

  return createPortal(
    <Modal
      open
      size="md"
      modalHeading={t("fields.title")}
      primaryButtonText={t("fields.save")}
      primaryButtonDisabled={faults.size > 0 || call.isPending}
      secondaryButtonText={t("control.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => call.mutate()}
      data-testid="fields-dialog"
    >
      <p className="dialog__lead">{t("fields.text")}</p>
      <ul className="field-list">
        {fields.map((field, index) => (
          <li key={field.id} className="field-list__one" data-testid="field-definition">
            <TextInput
              id={`name-${field.id}`}
              size="md"
              labelText={t("fields.name")}
              maxLength={60}
              value={field.name}
              invalid={faults.has(field.id)}
              invalidText={t(faults.get(field.id) ?? "fields.nameMissing")}
              onChange={(event) => change(index, { name: event.target.value })}
            />
            <Select
              id={`kind-${field.id}`}
              size="md"
              labelText={t("fields.kind")}
              value={field.kind}
              onChange={(event) => change(index, { kind: event.target.value as FieldKind })}
            >
              {FIELD_KINDS.map((kind) => (
                <SelectItem key={kind} value={kind} text={t(`fields.${kind}`)} />
              ))}
            </Select>
            <span className="field-list__acts">
              <IconButton
                kind="ghost"
                size="md"
                label={t("fields.up")}
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              >
                <ArrowUp size={16} />
              </IconButton>
              <IconButton
                kind="ghost"
                size="md"
                label={t("fields.down")}
                disabled={index === fields.length - 1}
                onClick={() => swap(index, index + 1)}
              >
                <ArrowDown size={16} />
              </IconButton>
              <IconButton
                kind="ghost"
                size="md"
                align="left"
                label={t("fields.remove")}
                onClick={() => setFields(fields.filter((_, at) => at !== index))}
              >
                <TrashCan size={16} />
              </IconButton>
            </span>
            {field.kind === "CHOICE" && (
              <TextInput
                id={`choices-${field.id}`}
                className="field-list__choices"
                size="md"
                labelText={t("fields.choices")}
                helperText={t("fields.choicesHelp")}
                defaultValue={field.choices.join(", ")}
                onChange={(event) => change(index, { choices: choicesOf(event.target.value) })}
              />
            )}
          </li>
        ))}
      </ul>
      <Button
        kind="ghost"
        size="sm"
        renderIcon={Add}
        disabled={fields.length >= MOST}
        onClick={() => setFields([...fields, { id: idFor(fields), name: "", kind: "TEXT", choices: [] }])}
        data-testid="field-add"
      >
        {t("fields.add")}
      </Button>
      {call.isError && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={t("fields.failed")}
          subtitle={errorWords(call.error, t)}
        />
      )}
    </Modal>,
    document.body,
  );
}
