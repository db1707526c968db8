import { Add, TrashCan } from "@carbon/icons-react";
import { Button, ContentSwitcher, IconButton, Modal, Switch, TextInput } from "@carbon/react";
import { useId, useState } from "react";
import type { Template } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { ButtonFields } from "./ButtonFields";
import {
  addressFault,
  type CardRow,
  isComplete,
  LIMITS,
  newCard,
  rowsOf,
  type TemplateRows,
  templateOf,
  titleFault,
} from "./templateForm";

type TemplateDialogProps = { template: Template | null; onDone: (template: Template) => void; onClose: () => void };
const KINDS = ["buttons", "cards"] as const;

/** Where buttons under an answer, or cards instead of one, are put together. */
export default function TemplateDialog({ template, onDone, onClose }: TemplateDialogProps) {
  const { t } = useI18n();
  const [rows, setRows] = useState<TemplateRows>(() => rowsOf(template));
  const [tried, setTried] = useState(false);
  const { kind, buttons, cards } = rows;
  const change = (key: number, changes: Partial<CardRow>) =>
    setRows({ ...rows, cards: cards.map((card) => (card.key === key ? { ...card, ...changes } : card)) });

  function submit() {
    setTried(true);
    if (isComplete(rows)) onDone(templateOf(rows));
  }

  return (
    <Modal
      open
      size="sm"
      hasScrollingContent
      modalHeading={t("template.title")}
      primaryButtonText={t("template.insert")}
      secondaryButtonText={t("template.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={submit}
      selectorPrimaryFocus="textarea, input"
      data-testid="template-dialog"
    >
      <p className="dialog__lead">{t("template.lead")}</p>
      <ContentSwitcher
        size="sm"
        aria-label={t("template.kind")}
        selectedIndex={KINDS.indexOf(kind)}
        onChange={({ index }) => setRows({ ...rows, kind: KINDS[index ?? 0] ?? "buttons" })}
      >
        <Switch name="buttons" text={t("template.buttons")} />
        <Switch name="cards" text={t("template.cards")} />
      </ContentSwitcher>
      {kind === "buttons" ? (
        <>
          <ButtonFields buttons={buttons} tried={tried} onChange={(next) => setRows({ ...rows, buttons: next })} />
          {tried && buttons.length === 0 && <p className="dialog__fault">{t("template.needButton")}</p>}
        </>
      ) : (
        <>
          {cards.map((card, index) => (
            <CardFields
              key={card.key}
              card={card}
              n={index + 1}
              tried={tried}
              onChange={(changes) => change(card.key, changes)}
              onRemove={
                cards.length === 1
                  ? undefined
                  : () => setRows({ ...rows, cards: cards.filter(({ key }) => key !== card.key) })
              }
            />
          ))}
          <Button
            kind="ghost"
            size="sm"
            renderIcon={Add}
            onClick={() => setRows({ ...rows, cards: [...cards, newCard()] })}
            disabled={cards.length >= LIMITS.cards}
          >
            {t("template.addCard")}
          </Button>
        </>
      )}
    </Modal>
  );
}

type CardFieldsProps = {
  card: CardRow;
  n: number;
  tried: boolean;
  onChange: (changes: Partial<CardRow>) => void;
  onRemove: (() => void) | undefined;
};

function CardFields({ card, n, tried, onChange, onRemove }: CardFieldsProps) {
  const { t } = useI18n();
  const id = useId();
  const field = (name: "title" | "subtitle" | "picture" | "link", label: string, fault: string | null, max: number) => (
    <TextInput
      id={`${id}-${name}`}
      size="md"
      labelText={label}
      value={card[name]}
      maxLength={max}
      onChange={(event) => onChange({ [name]: event.target.value })}
      invalid={fault !== null}
      invalidText={fault ?? ""}
    />
  );
  const required = tried && titleFault(card.title) !== null ? t("template.required") : null;
  const bad = (address: string) => (tried && addressFault(address) !== null ? t("template.badAddress") : null);
  return (
    <fieldset className="dialog__card">
      <legend className="visually-hidden">{t("template.cardTitle", { n })}</legend>
      <div className="dialog__row">
        {field("title", t("template.cardTitle", { n }), required, LIMITS.cardTitle)}
        {onRemove !== undefined && (
          <IconButton kind="ghost" size="md" align="left" label={t("template.removeCard", { n })} onClick={onRemove}>
            <TrashCan size={16} />
          </IconButton>
        )}
      </div>
      {field("subtitle", t("template.subtitle"), null, LIMITS.cardTitle)}
      {field("picture", t("template.picture"), bad(card.picture), LIMITS.address)}
      {field("link", t("template.link"), bad(card.link), LIMITS.address)}
      <ButtonFields buttons={card.buttons} tried={tried} onChange={(buttons) => onChange({ buttons })} />
    </fieldset>
  );
}
