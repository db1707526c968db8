import { useState } from "react";
import type { Campaign, CampaignDraft } from "../api/campaigns";
import { forgetToo } from "../live/stored";
import { changesOf, onTopOf } from "./draft";

type Kept = {
  base: Campaign;
  draft: Campaign;
  /** Rises whenever what is on screen is no longer what was typed there, so that its fields start anew. */
  edition: number;
};

/** Unsaved changes outlive the screen, so that the browser's way back loses none. */
const kept = new Map<string, Kept>();

export function forgetDrafts(): void {
  kept.clear();
}

forgetToo(forgetDrafts);

/** A campaign as it is being changed, and what others made of it meanwhile. */
export function useDraft(latest: Campaign) {
  const [state, setState] = useState<Kept>(() => kept.get(latest.id) ?? { base: latest, draft: latest, edition: 0 });
  const changes = changesOf(state.base, state.draft);
  const dirty = Object.keys(changes).length > 0;
  const newer = latest.version > state.base.version;

  function put(next: Kept) {
    if (Object.keys(changesOf(next.base, next.draft)).length > 0) kept.set(latest.id, next);
    else kept.delete(latest.id);
    setState(next);
  }

  // Nothing of one's own is lost by showing what there is now.
  if (newer && !dirty) setState({ base: latest, draft: latest, edition: state.edition + 1 });

  return {
    draft: state.draft,
    base: state.base,
    edition: state.edition,
    changes,
    dirty,
    conflict: newer && dirty,
    change: (wanted: Partial<CampaignDraft>) => put({ ...state, draft: { ...state.draft, ...wanted } }),
    discard: () => put({ base: latest, draft: latest, edition: state.edition + 1 }),
    /** What was sent is saved now; what was typed since then stays, and stays on screen. */
    saved(saved: Campaign, sent: Campaign) {
      const { draft, edition } = kept.get(latest.id) ?? state;
      put({ base: saved, draft: onTopOf(saved, sent, draft), edition: draft === sent ? edition + 1 : edition });
    },
    rebase: () => put({ base: latest, draft: onTopOf(latest, state.base, state.draft), edition: state.edition + 1 }),
  };
}

export type Draft = ReturnType<typeof useDraft>;
