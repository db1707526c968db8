const MESSAGE_BOX = "[data-testid=composer]";
const NOTE_BOX = "[data-testid=note-box]";
const HAND_ON = "[data-testid=hand-on]";

/** Leads the keyboard to the answer box, if there is one. */
export function focusComposer(): void {
  writeIn(MESSAGE_BOX, "mode-answer");
}

/** Leads it to the box for notes. */
export function focusNote(): void {
  writeIn(NOTE_BOX, "mode-note");
}

/** The box is there once its mode is chosen. */
function writeIn(box: string, mode: string): void {
  const there = document.querySelector<HTMLTextAreaElement>(box);
  if (there !== null) {
    there.focus();
    return;
  }
  document.querySelector<HTMLButtonElement>(`[data-testid=${mode}]`)?.click();
  requestAnimationFrame(() => document.querySelector<HTMLTextAreaElement>(box)?.focus());
}

/** Opens the choice of who goes on, where the open conversation can be handed on. */
export function askToWhom(): void {
  document.querySelector<HTMLButtonElement>(HAND_ON)?.click();
}
