import { useEffect, useRef, useState } from "react";

export type ShortcutActions = {
  next: () => void;
  previous: () => void;
  mine: () => void;
  queue: () => void;
  teams: () => void;
  finished: () => void;
  unread: () => void;
  claim: () => void;
  resolve: () => void;
  reply: () => void;
  note: () => void;
  handOn: () => void;
  help: () => void;
};

type Action = keyof ShortcutActions;
const WITH_ALT: Record<string, Action> = {
  ArrowDown: "next",
  ArrowUp: "previous",
};
/** By their place: with Alt, or without Shift, many keyboards write something else with them than digits. */
const WITH_ALT_AT: Record<string, Action> = {
  Digit1: "mine",
  Digit2: "queue",
  Digit3: "teams",
  Digit4: "finished",
};
const SINGLE: Record<string, Action> = {
  j: "next",
  k: "previous",
  c: "claim",
  e: "resolve",
  r: "reply",
  n: "note",
  t: "handOn",
  u: "unread",
  "?": "help",
};
const ONCE = new Set<Action>(["resolve", "claim"]);
const STORED = "pupitre.single-keys";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) &&
  !(target instanceof HTMLInputElement && target.type === "radio");

/** What a key press means, or undefined when it means nothing here. */
export function actionOf(event: KeyboardEvent, singleKeys: boolean): Action | undefined {
  if (event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  if (event.altKey) return WITH_ALT[event.key] ?? WITH_ALT_AT[event.code];
  return singleKeys && !isTyping(event.target) ? SINGLE[event.key] : undefined;
}

/** Single keys can be switched off, as speech input may press them by mistake. */
export type SingleKeys = { on: boolean; set: (on: boolean) => void };

/** Has keys do what a screen offers; other keys stay what they are. */
export function useShortcuts(actions: Partial<ShortcutActions>): SingleKeys {
  const [on, setOn] = useState(() => localStorage.getItem(STORED) !== "off");
  const latest = useRef(actions);
  latest.current = actions;

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const action = actionOf(event, on);
      const act = action && latest.current[action];
      if (
        action === undefined ||
        act === undefined ||
        document.querySelector("[aria-modal=true].is-visible, .is-visible [aria-modal=true]")
      )
        return;
      event.preventDefault();
      // A key held down would go on with the conversation that opens next.
      if (!event.repeat || !ONCE.has(action)) act();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [on]);

  return {
    on,
    set(next) {
      localStorage.setItem(STORED, next ? "on" : "off");
      setOn(next);
    },
  };
}
