import { Close, Document, Renew, WarningAltFilled } from "@carbon/icons-react";
import { attachmentFile } from "../../api/desk";
import { type Attachment, MAX_ATTACHMENTS } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { reasonWords } from "../../i18n/reasons";
import { type Uploading, type UploadProblem, uploads } from "../../live/uploads";

type EnclosuresProps = {
  conversationId: string;
  attachments: readonly Attachment[];
  uploading: readonly Uploading[];
  onRemove: (attachment: Attachment) => void;
};

/** The files that go with the answer: those that are ready, on their way, or refused. */
export function Enclosures({ conversationId, attachments, uploading, onRemove }: EnclosuresProps) {
  if (attachments.length === 0 && uploading.length === 0) return null;
  return (
    <ul className="enclosures">
      {attachments.map((attachment) => (
        <Ready key={attachment.id} attachment={attachment} onRemove={() => onRemove(attachment)} />
      ))}
      {uploading.map((row) => (
        <OnItsWay key={row.key} row={row} conversationId={conversationId} />
      ))}
    </ul>
  );
}

function Remove({ name, onClick }: { name: string; onClick: () => void }) {
  const { t } = useI18n();
  const words = t("composer.removeFile", { name });
  return (
    <button type="button" className="enclosure__remove" onClick={onClick} aria-label={words} title={words}>
      <Close size={16} />
    </button>
  );
}

function Ready({ attachment, onRemove }: { attachment: Attachment; onRemove: () => void }) {
  const { t, formats } = useI18n();
  const name = attachment.name ?? t("content.file");
  return (
    <li className="enclosure" data-testid="enclosure" data-state="ready">
      {attachment.type === "IMAGE" ? (
        <img className="enclosure__picture" src={attachmentFile(attachment.id)} alt="" />
      ) : (
        <Document size={20} className="enclosure__icon" />
      )}
      <span className="enclosure__name">{name}</span>
      <span className="enclosure__size">{attachment.size !== null && formats.bytes(attachment.size)}</span>
      <span className="visually-hidden" role="status">
        {t("composer.uploaded", { name })}
      </span>
      <Remove name={name} onClick={onRemove} />
    </li>
  );
}

function OnItsWay({ row, conversationId }: { row: Uploading; conversationId: string }) {
  const { t, formats } = useI18n();
  const { key, file, part, problem } = row;
  if (problem === null) {
    const words = t("composer.uploading", { name: file.name });
    return (
      <li className="enclosure" data-testid="enclosure" data-state="uploading">
        <Document size={20} className="enclosure__icon" />
        <span className="enclosure__name">{file.name}</span>
        <span className="enclosure__size">{formats.bytes(file.size)}</span>
        <progress className="enclosure__progress" max={1} value={part} aria-label={words} />
        <Remove name={file.name} onClick={() => uploads.remove(conversationId, key)} />
      </li>
    );
  }
  return (
    <li className="enclosure enclosure--failed" data-testid="enclosure" data-state="failed" role="alert">
      <WarningAltFilled size={20} className="enclosure__icon" />
      <span className="enclosure__name">{file.name}</span>
      <span className="enclosure__size">
        <Reason problem={problem} />
      </span>
      {problem.kind === "noAnswer" && (
        <button
          type="button"
          className="enclosure__remove"
          onClick={() => uploads.retry(conversationId, row)}
          aria-label={t("composer.again")}
          title={t("composer.again")}
        >
          <Renew size={16} />
        </button>
      )}
      <Remove name={file.name} onClick={() => uploads.remove(conversationId, key)} />
    </li>
  );
}

function Reason({ problem }: { problem: UploadProblem }) {
  const { t } = useI18n();
  return problem.kind === "refused"
    ? reasonWords(problem.code, problem.detail, t)
    : t(`composer.${problem.kind}`, { n: MAX_ATTACHMENTS });
}
