import { Calendar, Catalog, Launch, Link, ReplyAll, Video } from "@carbon/icons-react";
import type { ComponentType } from "react";
import { attachmentFile } from "../../api/desk";
import type { Attachment, AttachmentType, Card, QuickReply, Template, TemplateButton } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { hostOf, isOurs, outside } from "../../shell/addresses";

const ICONS: Partial<Record<AttachmentType, ComponentType<{ size: number }>>> = {
  REEL: Video,
  PRODUCT: Catalog,
  APPOINTMENT: Calendar,
};

/** Something that stands elsewhere on Facebook or the web: a link, a post, a reel, a product. */
export function LinkCard({ attachment }: { attachment: Attachment }) {
  const { t } = useI18n();
  const { type, state, title, link } = attachment;
  const Icon = ICONS[type] ?? Link;
  const address = outside(link);
  return (
    <span className="card" data-testid="card" data-type={type}>
      {state === "STORED" && (
        <img className="card__picture" src={attachmentFile(attachment.id)} alt="" loading="lazy" />
      )}
      <span className="card__body">
        <span className="card__kind">
          <Icon size={16} />
          {t(`kind.${type}`)}
        </span>
        {title !== null && title !== "" && <strong className="card__title">{title}</strong>}
        {address !== undefined && (
          <a className="link card__link" href={address} target="_blank" rel="noopener noreferrer">
            {hostOf(address)}
            <Launch size={14} />
          </a>
        )}
      </span>
    </span>
  );
}

function ButtonFace({ button }: { button: TemplateButton }) {
  const { t } = useI18n();
  const means =
    button.kind === "LINK"
      ? t("content.leads", { address: button.value })
      : t("content.answers", { value: button.value });
  return (
    <span className="face" title={means}>
      {button.kind === "LINK" && <Launch size={14} />}
      {button.title}
      <span className="visually-hidden"> ({means})</span>
    </span>
  );
}

function CardFace({ card }: { card: Card }) {
  const address = outside(card.link);
  return (
    <li className="card">
      {isOurs(card.picture) && <img className="card__picture" src={card.picture} alt="" loading="lazy" />}
      <span className="card__body">
        <strong className="card__title">{card.title}</strong>
        {card.subtitle !== null && <span className="card__subtitle">{card.subtitle}</span>}
        {address !== undefined && (
          <a className="link card__link" href={address} target="_blank" rel="noopener noreferrer">
            {hostOf(address)}
            <Launch size={14} />
          </a>
        )}
      </span>
      {card.buttons.map((button) => (
        <ButtonFace key={`${button.kind}${button.title}`} button={button} />
      ))}
    </li>
  );
}

/** The buttons and cards that were sent, as the customer sees them; they cannot be pressed here. */
export function TemplateFace({ template }: { template: Template }) {
  const { t } = useI18n();
  return (
    <>
      {template.cards.length > 0 && (
        <ul className="cards" aria-label={t("kind.TEMPLATE")}>
          {template.cards.map((card) => (
            <CardFace key={`${card.title}${card.subtitle}`} card={card} />
          ))}
        </ul>
      )}
      {template.buttons.length > 0 && (
        <span className="faces" data-testid="template-buttons">
          {template.buttons.map((button) => (
            <ButtonFace key={`${button.kind}${button.title}`} button={button} />
          ))}
        </span>
      )}
    </>
  );
}

/** The answers that were suggested to the customer. */
export function OfferedReplies({ replies }: { replies: readonly QuickReply[] }) {
  const { t } = useI18n();
  return (
    <ul className="offered" aria-label={t("content.offered")} data-testid="quick-replies">
      {replies.map(({ title }) => (
        <li key={title} className="offered__reply">
          <ReplyAll size={14} />
          {title}
        </li>
      ))}
    </ul>
  );
}
