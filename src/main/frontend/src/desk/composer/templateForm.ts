import type { Card, Template, TemplateButton } from "../../api/types";
import { outside } from "../../shell/addresses";

/** Send API, button template and generic template. */
export const LIMITS = { buttons: 3, cards: 10, buttonTitle: 20, cardTitle: 80, value: 1000, address: 2000 };

export type ButtonRow = TemplateButton & { key: number };
export type CardRow = Omit<Card, "buttons" | "subtitle" | "picture" | "link"> & {
  key: number;
  subtitle: string;
  picture: string;
  link: string;
  buttons: ButtonRow[];
};
export type TemplateRows = { kind: "buttons" | "cards"; buttons: ButtonRow[]; cards: CardRow[] };

let lastKey = 0;
export const newButton = (): ButtonRow => ({ key: ++lastKey, kind: "LINK", title: "", value: "" });
export const newCard = (): CardRow => ({ key: ++lastKey, title: "", subtitle: "", picture: "", link: "", buttons: [] });
const keyed = (button: TemplateButton): ButtonRow => ({ ...button, key: ++lastKey });

export function rowsOf(template: Template | null): TemplateRows {
  return {
    kind: template !== null && template.cards.length > 0 ? "cards" : "buttons",
    buttons: template === null || template.buttons.length === 0 ? [newButton()] : template.buttons.map(keyed),
    cards:
      template === null || template.cards.length === 0
        ? [newCard()]
        : template.cards.map(({ title, subtitle, picture, link, buttons }) => ({
            key: ++lastKey,
            title,
            subtitle: subtitle ?? "",
            picture: picture ?? "",
            link: link ?? "",
            buttons: buttons.map(keyed),
          })),
  };
}

const secure = (address: string) => outside(address.trim())?.startsWith("https://") === true;
export type Fault = "required" | "badAddress";

export const titleFault = (title: string): Fault | null => (title.trim() === "" ? "required" : null);
export function valueFault({ kind, value }: TemplateButton): Fault | null {
  if (value.trim() === "") return "required";
  return kind === "LINK" && !secure(value) ? "badAddress" : null;
}
export const addressFault = (address: string): Fault | null =>
  address.trim() === "" || secure(address) ? null : "badAddress";

const isGood = (button: ButtonRow) => titleFault(button.title) === null && valueFault(button) === null;

export function isComplete({ kind, buttons, cards }: TemplateRows): boolean {
  if (kind === "buttons") return buttons.length > 0 && buttons.every(isGood);
  return (
    cards.length > 0 &&
    cards.every(
      (card) =>
        titleFault(card.title) === null &&
        addressFault(card.picture) === null &&
        addressFault(card.link) === null &&
        card.buttons.every(isGood),
    )
  );
}

const bare = ({ kind, title, value }: ButtonRow): TemplateButton => ({
  kind,
  title: title.trim(),
  value: value.trim(),
});
const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

export function templateOf({ kind, buttons, cards }: TemplateRows): Template {
  if (kind === "buttons") return { buttons: buttons.map(bare), cards: [] };
  return {
    buttons: [],
    cards: cards.map((card) => ({
      title: card.title.trim(),
      subtitle: orNull(card.subtitle),
      picture: orNull(card.picture),
      link: orNull(card.link),
      buttons: card.buttons.map(bare),
    })),
  };
}
