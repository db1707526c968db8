import { WarningAltFilled } from "@carbon/icons-react";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Link } from "react-router";
import { isOutOfReach } from "../api/client";
import { customerName } from "../desk/customerName";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import { isHeld, isStopped, outbox, type Unsent, useOutbox } from "../live/outbox";
import { conversationQuery } from "../live/queries";
import { sendAgain } from "../live/sender";

const DiscardDialog = lazy(() => import("./DiscardDialog"));
const NAMED = 3;

/** What is shown because a conversation is refused must not ask for it anew, and so be gone again. */
const askedOnce = (client: QueryClient, id: string) => ({ ...conversationQuery(client, id), retryOnMount: false });

/** Says on every screen which answers have not gone, but for those of the conversation one looks at. */
export function UnsentBanner({ openId }: { openId?: string | undefined }) {
  const { t, tn } = useI18n();
  const client = useQueryClient();
  const rows = useOutbox();
  const now = useNow();
  useWarningOnClose(rows.size > 0);
  // One that cannot be looked at does not show its answers either.
  const open = useQuery({ ...askedOnce(client, openId ?? ""), enabled: openId !== undefined });
  const missing = open.data === undefined && isOutOfReach(open.error);
  const held = [...rows].filter(([id, unsent]) => (missing || id !== openId) && isHeld(unsent, now));
  const count = held.reduce((sum, [, unsent]) => sum + unsent.length, 0);
  return (
    <div role="status" className="line" data-testid="unsent-banner">
      {count > 0 && (
        <div className="line__banner line__banner--unsent">
          <WarningAltFilled size={16} className="line__sign" />
          <span>{tn("unsent.banner", count)}</span>
          {held.slice(0, NAMED).map(([id, unsent]) => (
            <UnsentOf key={id} id={id} unsent={unsent} />
          ))}
          {held.length > NAMED && <span>+{held.length - NAMED}</span>}
          {held.some(([, unsent]) => isStopped(unsent)) && (
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
          )}
        </div>
      )}
    </div>
  );
}

/** Leads to the conversation; what the server does not take from here can be given up. */
function UnsentOf({ id, unsent }: { id: string; unsent: Unsent[] }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { data, error } = useQuery(askedOnce(useQueryClient(), id));
  const [asking, setAsking] = useState(false);
  const name = data === undefined ? t("unsent.conversation") : customerName(data.customer, i18n);
  const refused = isOutOfReach(error) || unsent.some(({ problem }) => problem !== null && problem.kind !== "noAnswer");
  return (
    <span className="line__unsent">
      <Link to={`/desk/${encodeURIComponent(id)}`} className="link" data-testid="unsent-open">
        {name}
      </Link>
      {refused && (
        <button
          type="button"
          className="link"
          aria-label={`${t("unsent.discard")} ${name}`}
          onClick={() => setAsking(true)}
          data-testid="unsent-discard"
        >
          {t("unsent.discard")}
        </button>
      )}
      {asking &&
        createPortal(
          <Suspense fallback={null}>
            <DiscardDialog
              name={name}
              unsent={unsent}
              onClose={() => setAsking(false)}
              onDiscard={() => outbox.discard(id)}
            />
          </Suspense>,
          document.body,
        )}
    </span>
  );
}

/** What is not sent outlives the tab, but no customer gets it from a tab that is closed. */
function useWarningOnClose(something: boolean): void {
  useEffect(() => {
    if (!something) return;
    const warn = (event: BeforeUnloadEvent) => {
      // Who signs out all the same has answered; the screen may not have been drawn again since.
      if (outbox.all().size > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [something]);
}
