import { useEffect, useState } from "react";

export const SETTLED_MS = 300;

/** What was typed when its typist has paused, so that not every letter is asked about. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
