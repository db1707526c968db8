import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { Refused } from "../../api/http";
import { type DraftFile, saveDraft } from "../../api/ruleTables";
import { refreshTable } from "../../live/rules";

const QUIET_MS = 700;
const AGAIN_MS = 5_000;
/** How often it is tried again for somebody who is on another screen by now. */
const AGAIN_BEHIND = 3;

/** A session that has ended is begun again by a login, what came too late or too often is sent again. */
const AGAIN_LATER: readonly number[] = [401, 408, 429];

export type Saving = "saved" | "waiting" | "saving" | "failed" | "refused" | "conflict" | "gone";

/** What becomes of a save that did not work: only what may be answered otherwise later is tried again by itself. */
function stateAfter(error: unknown): Exclude<Saving, "saved" | "waiting" | "saving"> {
  const status = error instanceof Refused ? error.status : 0;
  if (status === 409) return "conflict";
  if (status === 404) return "gone";
  return status >= 400 && status < 500 && !AGAIN_LATER.includes(status) ? "refused" : "failed";
}

/** What is lost of somebody who is on another screen by now. */
export type Lost = { dmn: string; state: Saving; refusal: Error | null };

/** Saves a draft by itself, a moment after each change, from the revision that it knows. */
export function useSaving(draft: DraftFile, onLost: (lost: Lost) => void) {
  const client = useQueryClient();
  const [state, setState] = useState<Saving>("saved");
  const [saved, setSaved] = useState<DraftFile>(draft);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const work = useRef({
    dmn: draft.dmn,
    revision: draft.revision,
    dirty: false,
    running: null as Promise<boolean> | null,
    over: false,
    left: false,
    failures: 0,
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { id, table } = draft;
  const lostRef = useRef(onLost);
  lostRef.current = onLost;

  const send = useCallback(async (): Promise<boolean> => {
    const now = work.current;
    now.dirty = false;
    setState("saving");
    try {
      const answer = await saveDraft(table, id, now.revision, now.dmn);
      now.revision = answer.revision;
      now.failures = 0;
      setSaved({ ...answer, dmn: answer.dmn ?? now.dmn });
      setRefusal(null);
      setState(now.dirty ? "waiting" : "saved");
      refreshTable(client, table);
      return true;
    } catch (error) {
      now.dirty = true;
      now.failures++;
      const after = stateAfter(error);
      const refused = error instanceof Error ? error : null;
      const givenUp = now.over;
      now.over ||= after === "conflict" || after === "gone";
      setRefusal(refused);
      setState(after);
      const again = after === "failed" && !now.over && !(now.left && now.failures > AGAIN_BEHIND);
      if (again) timer.current = setTimeout(() => void saveRef.current(), AGAIN_MS);
      else if (now.left && !givenUp) lostRef.current({ dmn: now.dmn, state: after, refusal: refused });
      return false;
    }
  }, [client, table, id]);

  /** Comes back when nothing is left to be saved, or that did not work; says which. */
  const save = useCallback(async (): Promise<boolean> => {
    const now = work.current;
    for (;;) {
      clearTimeout(timer.current);
      if (now.running === null) {
        if (now.over || !now.dirty) return !now.dirty;
        now.running = send().finally(() => {
          now.running = null;
        });
      }
      if (!(await now.running)) return false;
    }
  }, [send]);
  const saveRef = useRef(save);
  saveRef.current = save;

  const changed = useCallback(
    (dmn: string) => {
      if (dmn === work.current.dmn) return;
      work.current.dmn = dmn;
      work.current.dirty = true;
      if (work.current.over) return;
      setState("waiting");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), QUIET_MS);
    },
    [save],
  );

  // Whoever leaves the screen leaves nothing behind but what they have given up.
  useEffect(() => {
    work.current.left = false;
    return () => {
      work.current.left = true;
      void save();
    };
  }, [save]);

  return {
    state,
    saved,
    refusal,
    changed,
    save,
    dmn: () => work.current.dmn,
    /** What is not saved yet will not be, unless it is taken up again. */
    giveUp: useCallback(() => {
      clearTimeout(timer.current);
      work.current.over = true;
    }, []),
    takeUp: useCallback(() => {
      work.current.over = false;
      void save();
    }, [save]),
  };
}
