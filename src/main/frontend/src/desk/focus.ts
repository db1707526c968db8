const MESSAGE_BOX = "[data-testid=composer]";
const NOTE_BOX = "[data-testid=note-box]";
const HAND_ON = "[data-testid=hand-on]";
const CLAIM = "[data-testid=claim]";
const RESOLVE = "[data-testid=resolve]";

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

const press = (button: string) => document.querySelector<HTMLButtonElement>(button)?.click();

/** Opens the choice of who goes on, where the open conversation can be handed on. */
export const askToWhom = () => press(HAND_ON);

/** Takes the open conversation, where it can be taken. */
export const claimOpen = () => press(CLAIM);

/** Resolves it, where it is one's own; what asks first when it is clicked asks now, too. */
export const resolveOpen = () => press(RESOLVE);
