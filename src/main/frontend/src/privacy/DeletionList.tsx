import { Checkmark, WarningAlt } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { DELETIONS_SHOWN, type Deletion, fetchDeletions } from "../api/privacy";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { mayChangePages } from "../shell/roles";
import { Skeleton } from "../shell/Skeleton";
import { DeletionRow } from "./DeletionRow";
import { EraseDialog } from "./EraseDialog";

/** The feed does not tell of deletions; they move in minutes. */
const LOOKS_EVERY_MS = 15_000;
const LOOKS_OFTEN_MS = 3_000;
const isUnderWay = ({ state }: Deletion) => state === "RECEIVED" || state === "ERASING";
export const DELETIONS_KEY = ["deletions"] as const;

/** All deletions, newest first, each with what is needed next. */
export function DeletionList({ me }: { me: Me }) {
  const { t } = useI18n();
  const [page, setPage] = useState(0);
  const [erasing, setErasing] = useState(false);
  const deletions = useQuery({
    queryKey: [...DELETIONS_KEY, page],
    queryFn: () => fetchDeletions(page),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === true ? LOOKS_OFTEN_MS : LOOKS_EVERY_MS),
  });
  useEffect(() => {
    document.title = `${t("privacy.title")} – ${t("app.name")}`;
  }, [t]);
  const total = deletions.data?.total ?? 0;
  const last = Math.max(0, Math.ceil(total / DELETIONS_SHOWN) - 1);

  return (
    <div className="pages">
      <header className="pages__head">
        <div>
          <h1 className="pages__title">{t("privacy.title")}</h1>
          <p className="pages__lead">{t("privacy.lead")}</p>
        </div>
        {mayChangePages(me) && (
          <Button kind="danger--tertiary" size="md" onClick={() => setErasing(true)} data-testid="erase">
            {t("privacy.erase")}
          </Button>
        )}
      </header>
      {deletions.data === undefined ? (
        deletions.isError ? (
          <Empty icon={WarningAlt} title={t("privacy.failed")}>
            <Button kind="tertiary" size="sm" onClick={() => void deletions.refetch()}>
              {t("list.retry")}
            </Button>
          </Empty>
        ) : (
          <Skeleton lines={6} />
        )
      ) : total === 0 ? (
        <Empty icon={Checkmark} title={t("privacy.empty")} detail={t("privacy.emptyDetail")} />
      ) : (
        <ul className="pages__rows">
          {deletions.data.items.map((deletion) => (
            <DeletionRow key={deletion.code} deletion={deletion} />
          ))}
        </ul>
      )}
      {last > 0 && (
        <nav className="deletions__pages" aria-label={t("privacy.pages")}>
          <Button kind="ghost" size="sm" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t("privacy.newer")}
          </Button>
          <span>{t("content.position", { n: page + 1, total: last + 1 })}</span>
          <Button kind="ghost" size="sm" disabled={page >= last} onClick={() => setPage(page + 1)}>
            {t("privacy.older")}
          </Button>
        </nav>
      )}
      {erasing && <EraseDialog onClose={() => setErasing(false)} />}
    </div>
  );
}
