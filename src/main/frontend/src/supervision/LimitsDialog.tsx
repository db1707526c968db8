import { Button, InlineNotification, Modal, NumberInput, Select, SelectItem } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { type AlertLimits, type LimitValues, putAlertLimits } from "../api/alerts";
import { isChangedMeanwhile } from "../api/http";
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
  valuesOf,
} from "./limits";

/** `present` are the limits as they are now, which somebody else may have changed since the dialog was opened. */
type LimitsDialogProps = {
  name: string;
  target: number | null;
  limits: AlertLimits;
  present: AlertLimits;
  onClose: () => void;
};

/** Changes from when on an alert is raised about a campaign. */
export function LimitsDialog({ name, target, limits, present, onClose }: LimitsDialogProps) {
  const { t, formats } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [base, setBase] = useState(limits);
  const [draft, setDraft] = useState(() => draftOf(limits));
  const faults = faultsOf(draft);
  const put = (version: number, wanted: LimitValues) =>
    putAlertLimits(limits.campaign, version, wanted).finally(() =>
      client.invalidateQueries({ queryKey: keys.alertLimits }),
    );
  const save = useMutation({
    mutationFn: () => put(base.version, limitsOf(draft)),
    onSuccess: ({ version }) => {
      onClose();
      toast("success", t("limits.saved", { name }), undefined, {
        label: t("limits.undo"),
        run: () =>
          void put(version, valuesOf(base)).catch((error) =>
            toast("error", t("limits.notSaved"), errorWords(error, t)),
          ),
      });
    },
  });
  const meanwhile = save.error !== null && isChangedMeanwhile(save.error);
  const takeTheirs = () => {
    setBase(present);
    setDraft(draftOf(present));
    save.reset();
  };
  const levelWords = (level: Level) =>
    level === "target" && target !== null
      ? t("limits.level.targetOf", { target: formats.percent(target) })
      : t(`limits.level.${level}`);

  return createPortal(
    <Modal
      open
      size="sm"
      modalHeading={t("limits.changeTitle", { name })}
      primaryButtonText={t("limits.save")}
      primaryButtonDisabled={faults.size > 0 || save.isPending || meanwhile}
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
        {meanwhile && (
          <div data-testid="limits-meanwhile">
            <InlineNotification
              kind="warning"
              lowContrast
              hideCloseButton
              title={t("limits.meanwhile")}
              subtitle={
                present.changedBy === null || present.changedAt === null
                  ? ""
                  : t("limits.meanwhileBy", { name: present.changedBy, when: formats.moment(present.changedAt) })
              }
            />
            <Button kind="tertiary" size="sm" className="alert-form__usual" onClick={takeTheirs}>
              {t("limits.takeTheirs")}
            </Button>
          </div>
        )}
        {save.isError && !meanwhile && (
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
