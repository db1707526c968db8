import { Document, Download } from "@carbon/icons-react";
import { attachmentDownload, attachmentFile } from "../../api/desk";
import type { Attachment } from "../../api/types";
import { useI18n } from "../../i18n/i18n";

type FileProps = { attachment: Attachment };

const nameOf = ({ name, title }: Attachment, otherwise: string) => name ?? title ?? otherwise;

/** A file to be saved, with its name and size. */
export function FileCard({ attachment }: FileProps) {
  const { t, formats } = useI18n();
  const name = nameOf(attachment, t("content.file"));
  return (
    <a
      className="file"
      href={attachmentDownload(attachment.id)}
      download={attachment.name ?? ""}
      aria-label={t("content.downloadFile", { name })}
      data-testid="file"
    >
      <Document size={24} className="file__icon" />
      <span className="file__name">{name}</span>
      <span className="file__size">{attachment.size === null ? "" : formats.bytes(attachment.size)}</span>
      <Download size={16} className="file__save" />
    </a>
  );
}

/** Sound or moving pictures, played in place. */
export function Player({ attachment }: FileProps) {
  const { t } = useI18n();
  const kind = t(`kind.${attachment.type}`);
  const label = t("content.play", { kind, name: attachment.name ?? "" }).trim();
  const source = attachmentFile(attachment.id);
  return (
    <span className={`player player--${attachment.type.toLowerCase()}`} data-testid="player">
      {attachment.type === "AUDIO" ? (
        // biome-ignore lint/a11y/useMediaCaption: what customers send has no captions
        <audio controls preload="metadata" src={source} aria-label={label} />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: what customers send has no captions
        <video controls preload="metadata" playsInline src={source} aria-label={label} />
      )}
      <a className="player__save" href={attachmentDownload(attachment.id)} download={attachment.name ?? ""}>
        <Download size={16} />
        {t("content.download")}
      </a>
    </span>
  );
}
