import { WarningAlt } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import type { Asked } from "../api/reports";
import { useI18n } from "../i18n/i18n";
import { commentsQuery } from "../live/reports";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { Section } from "./Section";

/** What customers wrote beside their scores, each with the way to its conversation. */
export function CommentList({ asked }: { asked: Asked }) {
  const { t, formats } = useI18n();
  const [page, setPage] = useState(0);
  const { data: comments, isError, refetch } = useQuery(commentsQuery(asked, page));
  const pages = comments === undefined ? 1 : Math.max(1, Math.ceil(comments.total / comments.size));
  return (
    <Section title={t("reports.said")} asked={asked}>
      {comments === undefined ? (
        isError ? (
          <Empty icon={WarningAlt} title={t("reports.saidFailed")}>
            <Button kind="tertiary" size="sm" onClick={() => void refetch()}>
              {t("list.retry")}
            </Button>
          </Empty>
        ) : (
          <Skeleton lines={3} />
        )
      ) : comments.items.length === 0 ? (
        <p className="reports__empty">{t("reports.noComment")}</p>
      ) : (
        <ul className="reports__comments" data-testid="report-comments">
          {comments.items.map(({ conversation, openedAt, agent, score, text }) => (
            <li key={conversation} className="reports__comment">
              <p className="reports__said">{text}</p>
              <p className="reports__explained">
                {t("reports.scoreOf", { score })}
                {agent !== null && ` · ${agent}`}
                {" · "}
                <Link to={`/desk/${conversation}`}>{formats.moment(openedAt)}</Link>
              </p>
            </li>
          ))}
        </ul>
      )}
      {pages > 1 && (
        <div className="reports__pager">
          <Button kind="ghost" size="sm" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t("reports.newer")}
          </Button>
          <span>{t("reports.page", { page: page + 1, pages })}</span>
          <Button kind="ghost" size="sm" disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            {t("reports.older")}
          </Button>
        </div>
      )}
    </Section>
  );
}
