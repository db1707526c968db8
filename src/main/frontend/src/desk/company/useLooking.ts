import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { look, lookAway } from "../../api/customers";
import { applyCompany } from "../../live/customers";
import { drafts } from "../../live/drafts";
import { noteDrafts } from "../../live/notes";
import { newKey } from "../../live/sender";

/** The server believes it for three times as long. */
const REPEAT_MS = 20_000;
const STILL_TYPING_MS = 6_000;
const TAB = newKey();

/** One after the other for a conversation: what is on its way would undo what is said after it. */
const said = new Map<string, Promise<unknown>>();

function next(id: string, call: () => Promise<unknown>): void {
  const last: Promise<unknown> = (said.get(id) ?? Promise.resolve())
    .then(call)
    .catch(() => {})
    .then(() => {
      if (said.get(id) === last) said.delete(id);
    });
  said.set(id, last);
}

/** Says that one has the conversation on the screen, and whether one writes: colleagues see it. */
export function useLooking(id: string, looks: boolean): void {
  const client = useQueryClient();
  const typing = useRef(false);

  useEffect(() => {
    if (!looks) return;
    let ended = false;
    let quiet: ReturnType<typeof setTimeout> | undefined;

    async function tell() {
      if (ended || document.visibilityState === "hidden") return;
      try {
        const watchers = await look(id, typing.current, TAB);
        if (!ended) applyCompany(client, { about: id, watchers });
      } catch {
        // The next time tells.
      }
    }
    function say() {
      next(id, tell);
    }
    function away() {
      next(id, () => lookAway(id, TAB));
    }
    function onVisibility() {
      if (document.visibilityState === "hidden") away();
      else say();
    }
    function change(now: boolean) {
      if (typing.current === now) return;
      typing.current = now;
      say();
    }
    const written = () => `${drafts.get(id)}\n${noteDrafts.get(id)}`;
    let before = written();
    function onWritten() {
      const now = written();
      if (now === before) return;
      before = now;
      clearTimeout(quiet);
      change(now.trim() !== "");
      quiet = setTimeout(() => change(false), STILL_TYPING_MS);
    }

    say();
    const repeat = setInterval(say, REPEAT_MS);
    const ends = [drafts.subscribe(onWritten), noteDrafts.subscribe(onWritten)];
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      ended = true;
      typing.current = false;
      clearInterval(repeat);
      clearTimeout(quiet);
      for (const end of ends) end();
      document.removeEventListener("visibilitychange", onVisibility);
      away();
    };
  }, [id, looks, client]);
}
