import { Document, DocumentUnknown, Launch, Link, Location } from "@carbon/icons-react";
import type { SandboxAttachment } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { opensSafely, shownHere } from "../links";
import { kindIn, lookOf } from "./attachments";

/** What hangs on a message, as Messenger shows it. */
export function AttachmentView({ attachment }: { attachment: SandboxAttachment }) {
  const { t } = useI18n();
  const look = lookOf(attachment);
  const source = shownHere(attachment.url);
  const name = attachment.title ?? kindIn(attachment.type, t);
  if (look === "place") return <Place attachment={attachment} />;
  if (source === null || look === "link" || look === "nothing") return <Elsewhere attachment={attachment} />;
  switch (look) {
    case "picture":
      return (
        <a className="hang-picture" href={source} target="_blank" rel="noopener">
          <img src={source} alt={name} loading="lazy" />
        </a>
      );
    case "sticker":
      return <img className="hang-sticker" src={source} alt={t("sandbox.sticker")} />;
    case "audio":
      // biome-ignore lint/a11y/useMediaCaption: what customers send has no captions
      return <audio className="hang-audio" src={source} controls preload="metadata" aria-label={name} />;
    case "video":
      // biome-ignore lint/a11y/useMediaCaption: what customers send has no captions
      return <video className="hang-video" src={source} controls preload="metadata" aria-label={name} />;
    case "file":
      return (
        <a className="hang-card" href={source} target="_blank" rel="noopener">
          <Document size={20} />
          <span className="hang-card__title">{name}</span>
        </a>
      );
  }
}

function Place({ attachment: { title, latitude, longitude } }: { attachment: SandboxAttachment }) {
  const { t, formats } = useI18n();
  return (
    <span className="hang-card">
      <Location size={20} />
      <span className="hang-card__title">{title ?? t("sandbox.location")}</span>
      {latitude !== null && longitude !== null && (
        <span className="hang-card__detail">{formats.coordinates(latitude, longitude)}</span>
      )}
    </span>
  );
}

function Elsewhere({ attachment: { type, title, url } }: { attachment: SandboxAttachment }) {
  const { t } = useI18n();
  const opens = opensSafely(url);
  const content = (
    <>
      {opens ? <Link size={20} /> : <DocumentUnknown size={20} />}
      <span className="hang-card__title">
        {title ?? kindIn(type, t)} {opens && <Launch size={14} />}
      </span>
      {opens && <span className="hang-card__detail">{new URL(url).host}</span>}
      {!opens && title !== null && <span className="hang-card__detail">{kindIn(type, t)}</span>}
    </>
  );
  return opens ? (
    <a className="hang-card" href={url} target="_blank" rel="noopener noreferrer">
      {content}
    </a>
  ) : (
    <span className="hang-card">{content}</span>
  );
}
