import { useCallback, useEffect, useRef, useState } from "react";

const UNDO_WITHIN_MS = 6_000;

/** Does something a moment later, so that a slip can be taken back; leaving the place does it at once. */
export function useUndoable(action: () => void) {
  const [pending, setPending] = useState(false);
  const latest = useRef(action);
  latest.current = action;

  useEffect(() => {
    if (!pending) return;
    let done = false;
    const act = () => {
      if (!done) latest.current();
      done = true;
    };
    const timer = setTimeout(() => {
      act();
      setPending(false);
    }, UNDO_WITHIN_MS);
    undo.current = () => {
      done = true;
    };
    return () => {
      clearTimeout(timer);
      act();
    };
  }, [pending]);

  const undo = useRef(() => {});
  return {
    pending,
    start: useCallback(() => setPending(true), []),
    undo: useCallback(() => {
      undo.current();
      setPending(false);
    }, []),
  };
}
