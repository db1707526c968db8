import { InlineNotification } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import type { Campaign } from "../api/campaigns";
import { useI18n } from "../i18n/i18n";
import { givesCampaigns, namingQuery } from "../live/rules";
import { rowWords } from "../rules/rowWords";

/** Says which rows of the table give a campaign its conversations, or that none does. */
export function NamedBy({ campaign }: { campaign: Campaign }) {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const { data } = useQuery(namingQuery);
  if (data === undefined) return null;
  const rows = data.campaigns[campaign.id] ?? [];
  // What no other campaign takes is the catch-all's without any row.
  if (rows.length === 0 && campaign.catchAll) return null;
  if (rows.length > 0) {
    return (
      <details className="naming__summary" data-testid="naming">
        <summary>{tn("naming.rows", rows.length)}</summary>
        <ul className="naming__rows">
          {rows.map((row) => (
            <li key={row.row}>{rowWords(row, i18n)}</li>
          ))}
        </ul>
      </details>
    );
  }
  return (
    <div className="pages__problems" data-testid="naming-none">
      <InlineNotification kind="info" lowContrast hideCloseButton title={t("naming.none")}>
        <p>{t("naming.noneDetail", { id: campaign.id })}</p>
        {data.computed.some(givesCampaigns) && <p>{t("naming.computed")}</p>}
      </InlineNotification>
    </div>
  );
}
