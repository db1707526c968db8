import { Unknown, WarningAlt } from "@carbon/icons-react";
import { SkeletonPlaceholder } from "@carbon/react";
import type { Attachment } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { reasonWords } from "../../i18n/reasons";
import { LinkCard } from "./Cards";
import { FileCard, Player } from "./Files";
import { Picture, Sticker } from "./Picture";
import { Place } from "./Place";

const isPicture = ({ contentType }: Attachment) => contentType?.startsWith("image/") !== false;

function Awaited({ attachment }: { attachment: Attachment }) {
  const { t } = useI18n();
  const words = t("content.awaited", { kind: t(`kind.${attachment.type}`) });
  return (
    <span className={`awaited awaited--${attachment.type.toLowerCase()}`} role="status" data-testid="awaited">
      <SkeletonPlaceholder />
      <span className="awaited__words">{words}</span>
    </span>
  );
}

function NotToBeHad({ attachment }: { attachment: Attachment }) {
  const { t } = useI18n();
  return (
    <span className="refused" data-testid="refused">
      <WarningAlt size={20} />
      <span>
        <strong>{t("content.refused", { kind: t(`kind.${attachment.type}`) })}</strong>
        <span className="refused__reason">
          {reasonWords(attachment.reasonCode, attachment.reason, t) ?? t("content.refusedUnknown")}
        </span>
      </span>
    </span>
  );
}

/** One thing in a message that is no text, by its kind and by whether its file is here yet. */
export function AttachmentView({ attachment }: { attachment: Attachment }) {
  const { t } = useI18n();
  const { type, state } = attachment;
  if (state === "AWAITED") return <Awaited attachment={attachment} />;
  if (state === "REFUSED") return <NotToBeHad attachment={attachment} />;
  switch (type) {
    case "LOCATION":
      return <Place attachment={attachment} />;
    case "UNSUPPORTED":
      return (
        <span className="refused" data-testid="unsupported">
          <Unknown size={20} />
          <span>{attachment.reason ?? t("content.unsupported")}</span>
        </span>
      );
    case "IMAGE":
    case "STICKER":
    case "AUDIO":
    case "VIDEO":
    case "FILE":
      return state === "STORED" ? <StoredFile attachment={attachment} /> : <NotToBeHad attachment={attachment} />;
    default:
      return <LinkCard attachment={attachment} />;
  }
}

function StoredFile({ attachment }: { attachment: Attachment }) {
  switch (attachment.type) {
    case "IMAGE":
      return isPicture(attachment) ? <Picture attachment={attachment} /> : <FileCard attachment={attachment} />;
    case "STICKER":
      return <Sticker attachment={attachment} />;
    case "AUDIO":
    case "VIDEO":
      return <Player attachment={attachment} />;
    default:
      return <FileCard attachment={attachment} />;
  }
}
