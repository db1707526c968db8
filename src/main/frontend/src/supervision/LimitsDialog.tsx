import { Button, InlineNotification, Modal, NumberInput, Select, SelectItem } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { type AlertLimits, putAlertLimits } from "../api/alerts";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";
import {
  draftOf,
  faultsOf,
  LEVELS,
  type Level,
  limitsOf,
  longestIn,
  MOST_WAITING,
  UNIT_NAMES,
  type Unit,
  USUAL,
} from "./limits";

type LimitsDialogProps = { name: string; target: number | null; limits: AlertLimits; onClose: () => void };

/** Changes from when on an alert is raised about a campaign. */
export function LimitsDialog({ name, target, limits, onClose }: LimitsDialogProps) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOf(limits));
  const faults = faultsOf(draft);
  const put = (wanted: AlertLimits) =>
    putAlertLimits(wanted).finally(() => client.invalidateQueries({ queryKey: keys.alertLimits }));
  const save = useMutation({
    mutationFn: () => put(limitsOf(limits.campaign, draft)),
    onSuccess: () => {
      onClose();
      toast("success", t("limits.saved", { name }), undefined, {
        label: t("limits.undo"),
        run: () => void put(limits).catch((error) => toast("error", t("limits.notSaved"), errorWords(error, t))),
      });
    },
  });
  const levelWords = (level: Level) =>
    level === "target" && target !== null ? t("limits.level.targetOf", { target }) : t(`limits.level.${level}`);

  return createPortal(
    <Modal
      open
      size="sm"
      modalHeading={t("limits.changeTitle", { name })}
      primaryButtonText={t("limits.save")}
      primaryButtonDisabled={faults.size > 0 || save.isPending}
      secondaryButtonText={t("control.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => save.mutate()}
      selectorPrimaryFocus="#limit-waiting"
      data-testid="limits-dialog"
    >
      <div className="alert-form">
        <p className="alert-form__lead">{t("limits.emptyHelp")}</p>
        <NumberInput
          id="limit-waiting"
          label={t("limits.waiting")}
          helperText={t("limits.waitingHelp")}
          allowEmpty
          min={0}
          max={MOST_WAITING}
          value={draft.waiting}
          invalid={faults.has("waiting")}
          invalidText={t("limits.wrong", { least: 0, most: MOST_WAITING })}
          onChange={(_, { value }) => setDraft((typed) => ({ ...typed, waiting: value }))}
        />
        <div className="alert-form__pair">
          <NumberInput
            id="limit-longest"
            label={t("limits.longest")}
            helperText={t("limits.longestHelp")}
            allowEmpty
            min={0}
            max={longestIn(draft.unit)}
            value={draft.longest}
            invalid={faults.has("longest")}
            invalidText={t("limits.wrong", { least: 0, most: longestIn(draft.unit) })}
            onChange={(_, { value }) => setDraft((typed) => ({ ...typed, longest: value }))}
          />
          <Select
            id="limit-unit"
            labelText={t("limits.unit")}
            value={draft.unit}
            onChange={(event) => setDraft({ ...draft, unit: event.target.value as Unit })}
          >
            {UNIT_NAMES.map((unit) => (
              <SelectItem key={unit} value={unit} text={t(`limits.unit.${unit}`)} />
            ))}
          </Select>
        </div>
        <div className="alert-form__pair">
          <Select
            id="limit-level"
            labelText={t("limits.level")}
            helperText={t("limits.levelHelp")}
            value={draft.level}
            onChange={(event) => setDraft({ ...draft, level: event.target.value as Level })}
          >
            {LEVELS.map((level) => (
              <SelectItem key={level} value={level} text={levelWords(level)} />
            ))}
          </Select>
          {draft.level === "percent" && (
            <NumberInput
              id="limit-percent"
              label={t("limits.percent")}
              min={1}
              max={100}
              value={draft.percent}
              invalid={faults.has("percent")}
              invalidText={t("limits.wrong", { least: 1, most: 100 })}
              onChange={(_, { value }) => setDraft((typed) => ({ ...typed, percent: value }))}
            />
          )}
        </div>
        <Button
          kind="ghost"
          size="sm"
          className="alert-form__usual"
          onClick={() => setDraft(draftOf(USUAL))}
          data-testid="usual-limits"
        >
          {t("limits.toUsual")}
        </Button>
        {save.isError && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={t("limits.notSaved")}
            subtitle={errorWords(save.error, t)}
          />
        )}
      </div>
    </Modal>,
    document.body,
  );
}
