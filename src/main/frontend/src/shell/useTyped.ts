import { useEffect, useRef, useState } from "react";
import { SETTLED_MS } from "./useSettled";

/** What is typed to look for what stands in the address: the address is told when the typist has paused. */
export function useTyped(told: string, tell: (words: string) => void) {
  const [typed, setTyped] = useState(told);
  const last = useRef(told);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    // Told by this field, it may be behind what was typed since; told by a link or the way back, it is ahead.
    if (told === last.current) return;
    last.current = told;
    clearTimeout(pause.current);
    setTyped(told);
  }, [told]);
  useEffect(() => () => clearTimeout(pause.current), []);

  function type(words: string) {
    setTyped(words);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      last.current = words;
      tell(words);
    }, SETTLED_MS);
  }
  return [typed, type] as const;
}
