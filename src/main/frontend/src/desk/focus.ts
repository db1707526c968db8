const MESSAGE_BOX = "[data-testid=composer]";

/** Leads the keyboard to the answer box, if there is one. */
export function focusComposer(): void {
  document.querySelector<HTMLTextAreaElement>(MESSAGE_BOX)?.focus();
}
