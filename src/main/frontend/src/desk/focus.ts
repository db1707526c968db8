const MESSAGE_BOX = "[data-testid=composer]";
const HAND_ON = "[data-testid=hand-on]";

/** Leads the keyboard to the answer box, if there is one. */
export function focusComposer(): void {
  document.querySelector<HTMLTextAreaElement>(MESSAGE_BOX)?.focus();
}

/** Opens the choice of who goes on, where the open conversation can be handed on. */
export function askToWhom(): void {
  document.querySelector<HTMLButtonElement>(HAND_ON)?.click();
}
