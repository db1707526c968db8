import { useSyncExternalStore } from "react";

/** What somebody prefers in this browser, whoever logs in next. */
export type Settings = {
  /** Which key sends an answer; the other one begins a new line. */
  sendBy: "enter" | "ctrlEnter";
  /** Whether the desk begins with its lists or with a table of all conversations. */
  inbox: "lists" | "table";
  /** Whether a new conversation is heard. */
  sound: boolean;
  /** Whether it is notified while the desk is not looked at; the browser has to allow it, too. */
  notifications: boolean;
};

const STORED = "pupitre.settings";
const USUAL: Settings = { sendBy: "enter", inbox: "lists", sound: true, notifications: false };
const listeners = new Set<() => void>();
let text: string | null = null;
let known: Settings = USUAL;

function read(): Settings {
  const now = localStorage.getItem(STORED);
  if (now === text) return known;
  text = now;
  try {
    known = { ...USUAL, ...(JSON.parse(now ?? "{}") as Partial<Settings>) };
  } catch {
    known = USUAL;
  }
  return known;
}

export function changeSettings(changes: Partial<Settings>): void {
  localStorage.setItem(STORED, JSON.stringify({ ...read(), ...changes }));
  for (const listener of listeners) listener();
}

/** Another tab of the same browser may change them, too. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

export const settings = read;
export const useSettings = () => useSyncExternalStore(subscribe, read);
