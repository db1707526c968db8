import { MAX_TEXT } from "../../api/types";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** How many messages a text becomes when none may be longer than Messenger allows and no sign is torn. */
export function messagesOf(text: string): number {
  if (text.length <= MAX_TEXT) return 1;
  let count = 1;
  let length = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (length + segment.length > MAX_TEXT) {
      count++;
      length = 0;
    }
    length += segment.length;
  }
  return count;
}
