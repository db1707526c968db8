import { CheckmarkFilled, Hourglass, Search } from "@carbon/icons-react";
import { Button, InlineLoading } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Deletion, retryDeletion } from "../api/privacy";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { useNow } from "../live/now";
import { useToast } from "../shell/Toasts";
import { DELETIONS_KEY } from "./DeletionList";
import { MatchDialog } from "./MatchDialog";

/** It takes about a minute by design; only then a new start could be of use. */
const STALLED_AFTER_MS = 5 * 60_000;

const ICONS = {
  RECEIVED: Hourglass,
  SEARCHING: Search,
  ERASING: Hourglass,
  ERASED: CheckmarkFilled,
  NOTHING_HELD: CheckmarkFilled,
};

/** One deletion: how far it is, and the one thing somebody can do for it. */
export function DeletionRow({ deletion }: { deletion: Deletion }) {
  const { t, formats } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [matching, setMatching] = useState(false);
  const retry = useMutation({
    mutationFn: () => retryDeletion(deletion.code),
    onSuccess: () => toast("success", t("privacy.retried")),
    onError: (error) => toast("error", t("remedy.failed"), errorWords(error, t)),
    onSettled: () => client.invalidateQueries({ queryKey: DELETIONS_KEY }),
  });
  const now = useNow();
  const { code, state, source, person, askedAt, finishedAt } = deletion;
  const underWay = state === "RECEIVED" || state === "ERASING";
  const stalled = underWay && now - Date.parse(askedAt) > STALLED_AFTER_MS;
  const Icon = ICONS[state];
  return (
    <li className="page-row" data-testid="deletion" data-code={code} data-state={state}>
      <Icon size={20} className={`deletion__icon deletion__icon--${state.toLowerCase()}`} />
      <div className="page-row__name">
        <strong>{t(`deletion.${state}`)}</strong>
        <span className="page-row__id">{code}</span>
      </div>
      <div className="page-row__state">
        <span>
          {t(`deletionSource.${source}`, { when: formats.moment(askedAt) })}
          {finishedAt !== null && ` · ${t("privacy.finished", { when: formats.moment(finishedAt) })}`}
        </span>
        <span className="page-row__reason" data-testid="deletion-next">
          {t(`deletionNext.${state}`, {
            conversations: deletion.conversations,
            messages: deletion.messages,
            files: deletion.files,
          })}
          {person !== null && ` ${t("privacy.person", { id: person })}`}
        </span>
      </div>
      <div className="page-row__remedy">
        {state === "SEARCHING" && (
          <Button size="sm" onClick={() => setMatching(true)} data-testid="deletion-match">
            {t("privacy.match")}
          </Button>
        )}
        {underWay && !stalled && <InlineLoading description={t("privacy.working")} data-testid="deletion-working" />}
        {stalled && (
          <Button
            kind="ghost"
            size="sm"
            onClick={() => retry.mutate()}
            disabled={retry.isPending}
            data-testid="deletion-retry"
          >
            {t("privacy.retry")}
          </Button>
        )}
      </div>
      {matching && <MatchDialog deletion={deletion} onClose={() => setMatching(false)} />}
    </li>
  );
}
