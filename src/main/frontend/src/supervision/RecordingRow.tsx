import { StarFilled } from "@carbon/icons-react";
import { TableCell, TableRow, Tag } from "@carbon/react";
import { Link } from "react-router";
import type { Conversation } from "../api/types";
import { customerName } from "../desk/customerName";
import { useI18n } from "../i18n/i18n";
import { useCampaignName } from "../live/targets";

/** One conversation, open or over. */
export function RecordingRow({ conversation }: { conversation: Conversation }) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const campaignName = useCampaignName();
  const { id, campaign, customer, lastMessage, assignee, state, tags, score } = conversation;
  return (
    <TableRow data-testid="recording" data-id={id} data-state={state}>
      <TableCell className="recordings__customer">
        <Link to={`/supervision/recordings/${encodeURIComponent(id)}`} className="board__name">
          {customerName(customer, i18n)}
        </Link>
        <span className="board__aside recordings__last">{lastMessage?.text ?? ""}</span>
      </TableCell>
      <TableCell>
        <span className={`recordings__state recordings__state--${state.toLowerCase()}`}>{t(`state.${state}`)}</span>
        <span className="board__aside">{campaign === null ? "" : campaignName(campaign)}</span>
      </TableCell>
      <TableCell className="recordings__more">{assignee?.name ?? "–"}</TableCell>
      <TableCell>
        <time className="recordings__opened" dateTime={conversation.openedAt}>
          {formats.full(conversation.openedAt)}
        </time>
      </TableCell>
      <TableCell className="board__number recordings__more">{conversation.saidCount}</TableCell>
      <TableCell className="recordings__more">
        {score !== null && (
          <span className="recordings__score" title={t("survey.score", { n: score })} data-testid="recording-score">
            <StarFilled size={16} />
            <span aria-hidden="true">{score}</span>
            <span className="visually-hidden">{t("survey.score", { n: score })}</span>
          </span>
        )}
      </TableCell>
      <TableCell className="recordings__more">
        <ul className="recordings__tags">
          {tags.map((tag) => (
            <li key={tag}>
              <Tag size="sm" type="cool-gray">
                {tag}
              </Tag>
            </li>
          ))}
        </ul>
      </TableCell>
    </TableRow>
  );
}
