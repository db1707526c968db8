import { useState } from "react";
import type { Campaign, CampaignDraft } from "../api/campaigns";
import { changesOf, onTopOf } from "./draft";

type Kept = { base: Campaign; draft: Campaign };

/** Unsaved changes outlive the screen, so that the browser's way back loses none. */
const kept = new Map<string, Kept>();

export function forgetDrafts(): void {
  kept.clear();
}

/** A campaign as it is being changed, and what others made of it meanwhile. */
export function useDraft(latest: Campaign) {
  const [state, setState] = useState<Kept>(() => kept.get(latest.id) ?? { base: latest, draft: latest });
  const changes = changesOf(state.base, state.draft);
  const dirty = Object.keys(changes).length > 0;
  const newer = latest.version > state.base.version;

  function put(next: Kept) {
    if (Object.keys(changesOf(next.base, next.draft)).length > 0) kept.set(latest.id, next);
    else kept.delete(latest.id);
    setState(next);
  }

  // Nothing of one's own is lost by showing what there is now.
  if (newer && !dirty) setState({ base: latest, draft: latest });

  return {
    draft: state.draft,
    base: state.base,
    changes,
    dirty,
    conflict: newer && dirty,
    change: (wanted: Partial<CampaignDraft>) => put({ ...state, draft: { ...state.draft, ...wanted } }),
    discard: (to: Campaign = latest) => put({ base: to, draft: to }),
    rebase: () => put({ base: latest, draft: onTopOf(latest, state.base, state.draft) }),
  };
}

export type Draft = ReturnType<typeof useDraft>;
