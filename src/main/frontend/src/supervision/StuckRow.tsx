import { Button, TableCell, TableRow } from "@carbon/react";
import { Link } from "react-router";
import type { Stuck } from "../api/monitor";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import { reasonDetail, reasonWords } from "./reasonWords";

type StuckRowProps = { stuck: Stuck; campaign: string | null; busy: boolean; onPush: () => void };

/** One conversation that does not move. */
export function StuckRow({ stuck, campaign, busy, onPush }: StuckRowProps) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const now = useNow();
  const { conversation, customer, step, since, cause, remedy, tried } = stuck;
  const detail = reasonDetail(cause);
  return (
    <TableRow data-testid="stuck" data-id={conversation}>
      <TableCell>
        <Link to={`/desk/${conversation}`} className="stuck__customer">
          {customer}
        </Link>
        <span className="stuck__aside">{campaign ?? t("stuck.noCampaign")}</span>
      </TableCell>
      <TableCell>{t(`stuckStep.${step}`)}</TableCell>
      <TableCell className="stuck__since">
        <time dateTime={since} title={formats.full(since)}>
          {formats.span(since, now) ?? t("stuck.justNow")}
        </time>
      </TableCell>
      <TableCell>
        <span data-testid="stuck-reason">{reasonWords(cause, i18n)}</span>
        {detail !== null && <span className="stuck__detail">{detail}</span>}
        {tried !== null && (
          <span className="stuck__aside" data-testid="stuck-tried">
            {tried.by === null
              ? t("stuck.triedItself", { when: formats.clock(tried.at) })
              : t("stuck.triedBy", { when: formats.clock(tried.at), name: tried.by })}
          </span>
        )}
      </TableCell>
      <TableCell>
        <Button
          kind="tertiary"
          size="sm"
          disabled={busy}
          onClick={onPush}
          aria-label={t("stuck.pushOne", { name: customer })}
          data-testid="push"
        >
          {t("stuck.push")}
        </Button>
        <span className="stuck__aside">{t(`stuckRemedy.${remedy}`)}</span>
      </TableCell>
    </TableRow>
  );
}
