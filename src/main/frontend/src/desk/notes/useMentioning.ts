import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import type { Named } from "../../api/types";
import { colleaguesQuery } from "../../live/notes";
import { putCaret } from "../../shell/caret";
import { begunAt, meant, naming } from "./mentioning";

type Place = { caret: number; letters: string };

/** Offers colleagues behind an `@`; the box keeps the keyboard, and the offer follows it. */
export function useMentioning(box: RefObject<HTMLTextAreaElement | null>, write: (text: string) => void) {
  const listId = useId();
  const spaced = useRef<number | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [at, setAt] = useState(0);
  const { data } = useQuery({ ...colleaguesQuery, enabled: place !== null });
  const offered = place === null ? [] : meant(place.letters, data ?? []);
  const active = offered[Math.min(at, offered.length - 1)];

  function look() {
    const { value, selectionStart, selectionEnd } = box.current ?? { value: "", selectionStart: 0, selectionEnd: 0 };
    const letters = selectionStart === selectionEnd ? begunAt(value, selectionStart) : undefined;
    setPlace(letters === undefined ? null : { caret: selectionStart, letters });
    if (letters !== place?.letters) setAt(0);
  }

  function choose(colleague: Named) {
    if (place === null || box.current === null) return;
    const named = naming(box.current.value, place.caret, place.letters, colleague);
    spaced.current = named.caret;
    putCaret(box.current, named.caret, () => {
      write(named.text);
      setPlace(null);
    });
  }

  /** Whether the key was for the offer. */
  function onKey(event: KeyboardEvent): boolean {
    const after = spaced.current;
    spaced.current = null;
    // The space that follows a name is there already, and is typed by habit all the same.
    if (event.key === " " && after !== null && box.current?.selectionStart === after) {
      event.preventDefault();
      return true;
    }
    if (active === undefined || event.nativeEvent.isComposing) return false;
    switch (event.key) {
      case "ArrowDown":
        setAt((at + 1) % offered.length);
        break;
      case "ArrowUp":
        setAt((at + offered.length - 1) % offered.length);
        break;
      case "Enter":
      case "Tab":
        choose(active);
        break;
      case "Escape":
        setPlace(null);
        break;
      default:
        return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  const optionId = ({ id }: Named) => `${listId}-${id}`;
  return {
    offered,
    active,
    look,
    choose,
    onKey,
    close: () => setPlace(null),
    listId,
    optionId,
    /** For the box, so that the offer is heard as well as seen. */
    attributes: {
      "aria-autocomplete": "list" as const,
      "aria-haspopup": "listbox" as const,
      ...(active !== undefined && { "aria-controls": listId, "aria-activedescendant": optionId(active) }),
    },
  };
}
