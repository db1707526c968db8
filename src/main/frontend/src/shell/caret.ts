import { flushSync } from "react-dom";

/**
 * Changes what stands in a box and puts the caret at `to` in one go. Whoever types on at once has the next letter
 * behind it: a caret that came with the next frame would come between two letters.
 */
export function putCaret(box: HTMLTextAreaElement | null, to: number, write: () => void) {
  flushSync(write);
  box?.focus();
  box?.setSelectionRange(to, to);
}
