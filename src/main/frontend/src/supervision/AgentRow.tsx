import { TableCell, TableRow } from "@carbon/react";
import { Link } from "react-router";
import type { CampaignRow, AgentRow as Row } from "../api/board";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import { Avatar } from "../shell/Avatar";
import { AgentSettings } from "./AgentSettings";
import { PresenceSign } from "./PresenceSign";
import { lastsWords } from "./spans";

/** So many campaigns are named; of more the number tells enough. */
const NAMED = 3;

/** One who answers. */
export function AgentRow({ agent, campaigns }: { agent: Row; campaigns: CampaignRow[] }) {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const now = useNow();
  const { capacity, load, today } = agent;
  const theirs = agent.campaigns.map((id) => campaigns.find((campaign) => campaign.id === id)?.name ?? id);
  return (
    <TableRow data-testid="agent-row" data-id={agent.id}>
      <TableCell>
        <span className="board__agent">
          <Avatar id={agent.id} name={agent.name} />
          <Link
            to={`/supervision/recordings?${new URLSearchParams({ assignee: agent.id, state: "NEW,WAITING,ASSIGNED,CLOSING" })}`}
            className="board__name"
            title={t("monitor.listen", { name: agent.name })}
          >
            {agent.name}
          </Link>
        </span>
      </TableCell>
      <TableCell>
        <PresenceSign presence={agent.presence} pause={agent.pause ?? null} />
        <span className="board__aside">
          {agent.since === null ? (
            t("monitor.neverHere")
          ) : (
            <time dateTime={agent.since} title={i18n.formats.full(agent.since)}>
              {lastsWords(agent.since, now, i18n)}
            </time>
          )}
        </span>
      </TableCell>
      <TableCell>
        <span title={theirs.join(", ")}>
          {theirs.length === 0
            ? t("monitor.noCampaign")
            : theirs.length <= NAMED
              ? theirs.join(", ")
              : tn("monitor.campaigns", theirs.length)}
        </span>
        <span className="board__aside">{agent.channels.map((channel) => t(`channel.${channel}`)).join(", ")}</span>
      </TableCell>
      <TableCell>
        <span className={`board__load ${load >= capacity ? "board__load--full" : ""}`} data-testid="agent-load">
          {t("presence.load", { load, capacity })}
          <span className="board__meter" aria-hidden="true">
            <i style={{ inlineSize: `${capacity === 0 ? 100 : Math.min(100, (100 * load) / capacity)}%` }} />
          </span>
        </span>
      </TableCell>
      <TableCell className="board__number" data-testid="agent-completed">
        {today.completed}
      </TableCell>
      <TableCell className="board__number">{i18n.formats.took(today.averageSeconds)}</TableCell>
      <TableCell>
        <AgentSettings agent={agent} />
      </TableCell>
    </TableRow>
  );
}
