import { ImageReference } from "@carbon/icons-react";
import { useState } from "react";
import { attachmentFile } from "../../api/desk";
import type { Attachment } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { useGallery } from "./Gallery";

type PictureProps = { attachment: Attachment };

function Broken() {
  const { t } = useI18n();
  return (
    <span className="picture__broken">
      <ImageReference size={24} />
      {t("content.brokenPicture")}
    </span>
  );
}

/** A picture as large as a bubble; a click shows it in full. */
export function Picture({ attachment }: PictureProps) {
  const { t } = useI18n();
  const show = useGallery();
  const [broken, setBroken] = useState(false);
  const name = attachment.name ?? attachment.title ?? "";
  if (broken) return <Broken />;
  return (
    <button
      type="button"
      className="picture"
      onClick={() => show(attachment.id)}
      aria-label={t("content.openPicture", { name }).trim()}
      data-testid="picture"
    >
      <img src={attachmentFile(attachment.id)} alt="" onError={() => setBroken(true)} loading="lazy" />
    </button>
  );
}

/** A sticker says what it says at a glance. */
export function Sticker({ attachment }: PictureProps) {
  const { t } = useI18n();
  const [broken, setBroken] = useState(false);
  if (broken) return <Broken />;
  return (
    <img
      className="sticker"
      src={attachmentFile(attachment.id)}
      alt={attachment.title ?? t("kind.STICKER")}
      onError={() => setBroken(true)}
      loading="lazy"
      data-testid="sticker"
    />
  );
}
