import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { Refused } from "../../api/http";
import { type DraftFile, saveDraft } from "../../api/ruleTables";
import { refreshTable } from "../../live/rules";

const QUIET_MS = 700;
const AGAIN_MS = 5_000;

export type Saving = "saved" | "waiting" | "saving" | "failed" | "conflict" | "gone";

/** Saves a draft by itself, a moment after each change, from the revision that it knows. */
export function useSaving(draft: DraftFile) {
  const client = useQueryClient();
  const [state, setState] = useState<Saving>("saved");
  const [saved, setSaved] = useState<DraftFile>(draft);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const work = useRef({ dmn: draft.dmn, revision: draft.revision, dirty: false, busy: false, over: false });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { id, table } = draft;

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const now = work.current;
    if (!now.dirty || now.busy || now.over) return;
    now.busy = true;
    now.dirty = false;
    setState("saving");
    try {
      const answer = await saveDraft(table, id, now.revision, now.dmn);
      now.revision = answer.revision;
      setSaved({ ...answer, dmn: answer.dmn ?? now.dmn });
      setRefusal(null);
      setState(now.dirty ? "waiting" : "saved");
      if (now.dirty) timer.current = setTimeout(() => void save());
      refreshTable(client, table);
    } catch (error) {
      now.dirty = true;
      const status = error instanceof Refused ? error.status : 0;
      now.over = status === 409 || status === 404;
      setRefusal(error instanceof Error ? error : null);
      setState(status === 409 ? "conflict" : status === 404 ? "gone" : "failed");
      if (!now.over) timer.current = setTimeout(() => void save(), AGAIN_MS);
    } finally {
      now.busy = false;
    }
  }, [client, table, id]);

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

  // Whoever leaves the screen leaves nothing behind.
  useEffect(() => () => void save(), [save]);

  return {
    state,
    saved,
    refusal,
    changed,
    save,
    dmn: () => work.current.dmn,
    /** What is on screen is saved on top of what somebody else has saved meanwhile. */
    overwrite(revision: number) {
      work.current.revision = revision;
      work.current.over = false;
      work.current.dirty = true;
      return save();
    },
  };
}
