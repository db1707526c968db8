import type { SandboxMessage } from "../../api/sandboxTypes";
import { META_INBOX } from "../../api/types";
import { useI18n } from "../../i18n/i18n";

/** The small print under a message: where it came from, under which rule, and whether it went wrong. */
export function ChatNotes({ message, seen }: { message: SandboxMessage; seen: boolean }) {
  const { t } = useI18n();
  const { app, tag, comment, edits, problem, fromPage, removed } = message;
  const notes = [
    fromPage && app === META_INBOX && t("sandbox.fromInbox"),
    comment !== null && t("sandbox.privateReply"),
    tag !== null && t("sandbox.underTag", { tag }),
    edits > 0 && !removed && t("sandbox.edited"),
    seen && t("sandbox.seen"),
  ].filter((note) => note !== false);
  return (
    <>
      {notes.length > 0 && <p className="say__notes">{notes.join(" · ")}</p>}
      {problem !== null && (
        <p className="say__problem" role="alert">
          {t("sandbox.refused", { problem })}
        </p>
      )}
    </>
  );
}
