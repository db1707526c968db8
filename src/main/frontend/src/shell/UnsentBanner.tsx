import { WarningAltFilled } from "@carbon/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "react-router";
import { customerName } from "../desk/customerName";
import { useI18n } from "../i18n/i18n";
import { isHeld, type Unsent, useOutbox } from "../live/outbox";
import { conversationQuery } from "../live/queries";
import { sendAgain } from "../live/sender";

const NAMED = 3;

/** Says on every screen which answers have not gone, but for those of the conversation one looks at. */
export function UnsentBanner({ openId }: { openId?: string | undefined }) {
  const { t, tn } = useI18n();
  const client = useQueryClient();
  const outbox = useOutbox();
  useWarningOnClose(outbox);
  const held = [...outbox].filter(([id, rows]) => id !== openId && isHeld(rows));
  const count = held.reduce((sum, [, rows]) => sum + rows.length, 0);
  return (
    <div role="status" className="line" data-testid="unsent-banner">
      {count > 0 && (
        <div className="line__banner line__banner--unsent">
          <WarningAltFilled size={16} className="line__sign" />
          <span>{tn("unsent.banner", count)}</span>
          {held.slice(0, NAMED).map(([id]) => (
            <ConversationLink key={id} id={id} />
          ))}
          {held.length > NAMED && <span>+{held.length - NAMED}</span>}
          <button
            type="button"
            className="link"
            onClick={() => {
              for (const [id] of held) sendAgain(client, id);
            }}
            data-testid="unsent-again"
          >
            {t("message.again")}
          </button>
        </div>
      )}
    </div>
  );
}

function ConversationLink({ id }: { id: string }) {
  const i18n = useI18n();
  const { data } = useQuery(conversationQuery(useQueryClient(), id));
  return (
    <Link to={`/desk/${encodeURIComponent(id)}`} className="link" data-testid="unsent-open">
      {data === undefined ? i18n.t("unsent.conversation") : customerName(data.customer, i18n)}
    </Link>
  );
}

/** What is not sent outlives the tab, but no customer gets it from a tab that is closed. */
function useWarningOnClose(outbox: ReadonlyMap<string, Unsent[]>): void {
  const something = outbox.size > 0;
  useEffect(() => {
    if (!something) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [something]);
}
