import { Modal, TextArea } from "@carbon/react";
import { useI18n } from "../i18n/i18n";
import { reasonWords } from "../i18n/reasons";
import type { Unsent } from "../live/outbox";

type DiscardDialogProps = { name: string; unsent: Unsent[]; onClose: () => void; onDiscard: () => void };

/** Asks before answers are thrown away that the server does not take; their words can be copied elsewhere. */
export default function DiscardDialog({ name, unsent, onClose, onDiscard }: DiscardDialogProps) {
  const { t } = useI18n();
  const problem = unsent.find((row) => row.problem !== null)?.problem;
  const words = unsent
    .map(({ text }) => text)
    .filter((text) => text !== "")
    .join("\n\n");
  return (
    <Modal
      open
      danger
      size="sm"
      modalLabel={name}
      modalHeading={t("unsent.discardTitle")}
      primaryButtonText={t("unsent.discardNow")}
      secondaryButtonText={t("resolve.back")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={onDiscard}
      data-testid="discard-dialog"
    >
      <div className="discard">
        {problem && (
          <p>{"detail" in problem ? reasonWords(problem.code, problem.detail, t) : t(`message.${problem.kind}`)}</p>
        )}
        {words !== "" && (
          <TextArea
            id="discard-text"
            labelText={t("unsent.words")}
            helperText={t("unsent.wordsHelp")}
            value={words}
            rows={4}
            readOnly
            onFocus={({ target }) => target.select()}
          />
        )}
        {unsent.some(({ attachments }) => attachments?.length) && <p>{t("unsent.files")}</p>}
      </div>
    </Modal>
  );
}
