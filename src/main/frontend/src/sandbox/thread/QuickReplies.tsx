import type { QuickReply, SandboxMessage } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { shownHere } from "../links";

type QuickRepliesProps = { last: SandboxMessage | undefined; onChoose: (reply: QuickReply) => void };

/** Answers by one click; as in Messenger they are gone with the next message. */
export function QuickReplies({ last, onChoose }: QuickRepliesProps) {
  const { t } = useI18n();
  if (last === undefined || !last.fromPage || last.quickReplies.length === 0) return null;
  return (
    <ul className="chips" aria-label={t("sandbox.quickReplies")}>
      {last.quickReplies.map((reply) => (
        <li key={`${reply.title} ${reply.payload}`}>
          <button
            type="button"
            className="chips__chip"
            onClick={() => onChoose(reply)}
            data-testid="sandbox-quick-reply"
          >
            {shownHere(reply.picture) !== null && <img src={shownHere(reply.picture) ?? ""} alt="" />}
            {reply.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
