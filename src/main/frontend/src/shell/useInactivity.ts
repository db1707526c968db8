import { useEffect, useRef } from "react";
import type { Me } from "../api/types";
import { usePresenceChange } from "./usePresenceChange";

/** Shared between the tabs of a browser: who is active in one of them is active. */
const STORED = "pupitre.active-at";
const WRITE_EVERY_MS = 5_000;
const LOOK_EVERY_MS = 15_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

const activeAt = () => Number(localStorage.getItem(STORED) ?? 0);

/** Takes an agent who has not touched the browser for long for away, and for back with the first touch. */
export function useInactivity(me: Me): void {
  const { mutate } = usePresenceChange();
  const { presence, pause } = me.presence;
  const state = useRef({ presence, pause });
  state.current = { presence, pause };
  const after = (me.awayAfter ?? 0) * 1_000;
  const watched = after > 0 && me.roles.includes("AGENT");

  useEffect(() => {
    if (!watched) return;
    let written = 0;
    // Who comes back in another browser is not sent away again by this one.
    let told = false;
    function touch() {
      const now = Date.now();
      if (now - written < WRITE_EVERY_MS) return;
      written = now;
      told = false;
      localStorage.setItem(STORED, String(now));
      if (state.current.presence === "AWAY" && state.current.pause?.kind === "INACTIVE") mutate({ presence: "ONLINE" });
    }
    function look() {
      if (told || state.current.presence !== "ONLINE" || Date.now() - activeAt() < after) return;
      told = true;
      const onError = () => {
        told = false;
      };
      mutate({ presence: "AWAY", pause: { kind: "INACTIVE", reason: null } }, { onError });
    }
    touch();
    for (const sign of SIGNS) window.addEventListener(sign, touch, { passive: true });
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, touch);
      clearInterval(timer);
    };
  }, [watched, after, mutate]);
}
