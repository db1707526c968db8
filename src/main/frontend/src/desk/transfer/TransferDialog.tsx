import { InformationFilled, WarningAltFilled } from "@carbon/icons-react";
import { InlineNotification, Modal, Search, SkeletonText, TextArea } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import type { Conversation } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { useUnsent } from "../../live/outbox";
import { targetsQuery } from "../../live/targets";
import { fits } from "../../shell/fits";
import { customerName } from "../customerName";
import { type Choice, choicesFor, GROUPS, groupOf, wordsOf } from "./choices";
import { outlookOf } from "./outlook";
import { TargetRow } from "./TargetRow";
import { transferFault, useTransfer } from "./useTransfer";

const LONGEST_NOTE = 2000;

type TransferDialogProps = {
  conversation: Conversation;
  onClose: () => void;
  onLeft: (next: string | undefined) => void;
};

/** Hands a conversation on to somebody else, and says first what will come of it. */
export default function TransferDialog({ conversation, onClose, onLeft }: TransferDialogProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const targets = useQuery(targetsQuery(conversation.campaign));
  const [typed, setTyped] = useState("");
  const [key, setKey] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const call = useTransfer(conversation, onClose, onLeft);
  const choices = targets.data === undefined ? [] : choicesFor(conversation, targets.data);
  const shown = choices.filter((choice) => fits(wordsOf(choice, t), typed));
  const chosen = choices.find((choice) => choice.key === key);
  const unsent = useUnsent(conversation.id).length > 0;
  const over = note.length > LONGEST_NOTE;

  return createPortal(
    <Modal
      open
      size="sm"
      hasScrollingContent={false}
      className="transfer"
      modalHeading={t("transfer.title", { name: customerName(conversation.customer, i18n) })}
      primaryButtonText={t("transfer.do")}
      primaryButtonDisabled={chosen === undefined || over || call.isPending}
      secondaryButtonText={t("control.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => {
        if (chosen !== undefined) call.mutate({ choice: chosen, note });
      }}
      onKeyDownCapture={(event) => {
        // Carbon's search keeps Escape for itself even where it has nothing to clear.
        if (event.key === "Escape" && typed === "") {
          event.stopPropagation();
          onClose();
        }
      }}
      selectorPrimaryFocus="#transfer-search"
      data-testid="transfer-dialog"
    >
      {unsent && <InlineNotification kind="warning" lowContrast hideCloseButton subtitle={t("unsent.transfer")} />}
      <Search
        id="transfer-search"
        size="md"
        labelText={t("transfer.search")}
        placeholder={t("transfer.search")}
        closeButtonLabelText={t("transfer.clear")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <fieldset className="targets" data-testid="targets">
        <legend className="visually-hidden">{t("transfer.to")}</legend>
        {targets.isPending && <SkeletonText paragraph lineCount={4} />}
        {targets.isError && targets.data === undefined && <p className="targets__none">{t("transfer.failedToLoad")}</p>}
        {targets.data !== undefined && shown.length === 0 && (
          <p className="targets__none">{t(choices.length === 0 ? "transfer.nobodyElse" : "transfer.noFit")}</p>
        )}
        {GROUPS.map((group) => {
          const members = shown.filter((choice) => groupOf(choice) === group);
          return (
            members.length > 0 && (
              <div key={group} className="targets__group">
                <h3 className="targets__heading">{t(`transfer.group.${group}`)}</h3>
                {members.map((choice) => (
                  <TargetRow
                    key={choice.key}
                    choice={choice}
                    chosen={choice.key === key}
                    onChoose={() => setKey(choice.key)}
                  />
                ))}
              </div>
            )
          );
        })}
      </fieldset>
      <p className="transfer__outlook" role="status" data-testid="outlook">
        {chosen !== undefined && <OutlookWords choice={chosen} />}
      </p>
      <TextArea
        id="transfer-note"
        labelText={t("transfer.note")}
        helperText={t("transfer.noteHelp")}
        rows={2}
        value={note}
        invalid={over}
        invalidText={t("transfer.noteLong", { n: LONGEST_NOTE })}
        onChange={(event) => setNote(event.target.value)}
      />
      {call.isError && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={t("transfer.failed")}
          subtitle={transferFault(call.error, t)}
          data-testid="transfer-fault"
        />
      )}
    </Modal>,
    document.body,
  );
}

function OutlookWords({ choice }: { choice: Choice }) {
  const { text, doubtful } = outlookOf(choice, useI18n());
  const Icon = doubtful ? WarningAltFilled : InformationFilled;
  return (
    <>
      <Icon size={16} className={`transfer__sign transfer__sign--${doubtful ? "warning" : "info"}`} />
      {text}
    </>
  );
}
