import { Launch } from "@carbon/icons-react";
import type { Button, Card, Template } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { opensSafely, shownHere } from "../links";

type Press = (button: Button) => void;

/** Buttons under a text, or cards side by side; they can be pressed. */
export function TemplateView({ template, onPress }: { template: Template; onPress: Press }) {
  const { t } = useI18n();
  if (template.elements.length === 0) {
    return (
      <div className="card card--plain">
        {template.text !== null && <p className="card__text">{template.text}</p>}
        <Buttons buttons={template.buttons} onPress={onPress} />
      </div>
    );
  }
  return (
    // Cards that do not fit are reached by scrolling, so the row takes the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls has to be reachable by keyboard
    <ul className="cards" aria-label={t("sandbox.cards")} tabIndex={0}>
      {template.elements.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a message never change
        <li key={index} className="card">
          <CardView card={card} onPress={onPress} />
        </li>
      ))}
    </ul>
  );
}

function CardView({ card, onPress }: { card: Card; onPress: Press }) {
  const picture = shownHere(card.picture);
  return (
    <>
      {picture !== null && <img className="card__picture" src={picture} alt="" />}
      <p className="card__title">
        {opensSafely(card.link) ? (
          <a href={card.link} target="_blank" rel="noopener noreferrer">
            {card.title}
          </a>
        ) : (
          card.title
        )}
      </p>
      {card.subtitle !== null && <p className="card__subtitle">{card.subtitle}</p>}
      <Buttons buttons={card.buttons} onPress={onPress} />
    </>
  );
}

function Buttons({ buttons, onPress }: { buttons: readonly Button[]; onPress: Press }) {
  return buttons.map((button) =>
    opensSafely(button.url) ? (
      <a
        key={`${button.title} ${button.url}`}
        className="card__button"
        href={button.url}
        target="_blank"
        rel="noopener noreferrer"
      >
        {button.title} <Launch size={14} />
      </a>
    ) : (
      <button
        key={`${button.title} ${button.payload}`}
        type="button"
        className="card__button"
        onClick={() => onPress(button)}
        data-testid="sandbox-button"
      >
        {button.title}
      </button>
    ),
  );
}
