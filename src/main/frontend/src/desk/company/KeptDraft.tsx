import { Button } from "@carbon/react";
import { useSyncExternalStore } from "react";
import type { Conversation, Me } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { drafts } from "../../live/drafts";
import { noteDrafts } from "../../live/notes";

/** What one was writing when the conversation went into other hands: kept, and not sent. */
export function KeptDraft({ conversation, me, onNote }: { conversation: Conversation; me: Me; onNote: () => void }) {
  const { t } = useI18n();
  const { id, assignee, state } = conversation;
  const over = state === "CLOSED" || state === "IGNORED";
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.get(id));
  // What is one's own is answered again as soon as it can be.
  if (draft.trim() === "" || (assignee?.id === me.id && !over)) return null;
  return (
    <section className="kept" aria-label={t("kept.title")} data-testid="kept-draft">
      <p className="kept__why">
        {t(over ? "kept.over" : assignee === null ? "kept.gone" : "kept.taken", { name: assignee?.name ?? "–" })}
      </p>
      <blockquote className="kept__text">{draft}</blockquote>
      <span className="kept__acts">
        <Button
          kind="ghost"
          size="sm"
          onClick={() => {
            noteDrafts.set(id, [noteDrafts.get(id).trim(), draft].filter((part) => part !== "").join("\n\n"));
            drafts.set(id, "");
            onNote();
          }}
          data-testid="kept-note"
        >
          {t("kept.note")}
        </Button>
        <Button kind="ghost" size="sm" onClick={() => drafts.set(id, "")} data-testid="kept-discard">
          {t("kept.discard")}
        </Button>
      </span>
    </section>
  );
}
