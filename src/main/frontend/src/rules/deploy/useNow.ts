import { useEffect, useState } from "react";

const BEAT_MS = 5_000;

/** The present moment, told again every few seconds: what was to come may be past while somebody still types. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const beat = setInterval(() => setNow(Date.now()), BEAT_MS);
    return () => clearInterval(beat);
  }, []);
  return now;
}
