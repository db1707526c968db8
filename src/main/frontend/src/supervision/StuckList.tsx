import { Checkmark, WarningAlt } from "@carbon/icons-react";
import { Button, Table, TableBody, TableContainer, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { campaignsQuery } from "../live/campaigns";
import { stuckQuery } from "../live/monitor";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { StuckRow } from "./StuckRow";
import { usePush } from "./usePush";

const COLUMNS = ["customer", "step", "since", "reason", "push"] as const;

/** The conversations that do not move though they should, each with why and what can be done. */
export function StuckList({ me }: { me: Me }) {
  const { t, tn } = useI18n();
  const stuck = useQuery(stuckQuery);
  const campaigns = useQuery(campaignsQuery);
  const push = usePush(me.id, stuck.data);
  useEffect(() => {
    document.title = `${t("stuck.title")} – ${t("app.name")}`;
  }, [t]);
  const all = stuck.data ?? [];
  const nameOf = (id: string | null) => campaigns.data?.find((campaign) => campaign.id === id)?.name ?? id;

  return (
    <>
      <header className="pages__head">
        <div>
          <h1 className="pages__title">{t("stuck.title")}</h1>
          <p className="pages__lead">{all.length === 0 ? t("supervision.lead") : tn("stuck.count", all.length)}</p>
        </div>
        {all.length > 1 && (
          <Button
            size="md"
            kind="tertiary"
            disabled={push.isPending}
            onClick={() => push.mutate(all.map(({ conversation }) => conversation))}
            data-testid="push-all"
          >
            {t("stuck.pushAll")}
          </Button>
        )}
      </header>
      {stuck.data === undefined ? (
        stuck.isError ? (
          <Empty icon={WarningAlt} title={t("stuck.failed")}>
            <Button kind="tertiary" size="sm" onClick={() => void stuck.refetch()}>
              {t("list.retry")}
            </Button>
          </Empty>
        ) : (
          <Skeleton lines={6} />
        )
      ) : all.length === 0 ? (
        <div data-testid="all-moves">
          <Empty icon={Checkmark} title={t("stuck.none")} detail={t("stuck.noneDetail")} />
        </div>
      ) : (
        <TableContainer className="stuck">
          <Table aria-label={t("stuck.title")} size="lg">
            <TableHead>
              <TableRow>
                {COLUMNS.map((column) => (
                  <TableHeader key={column}>{t(`stuckColumn.${column}`)}</TableHeader>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {all.map((one) => (
                <StuckRow
                  key={one.conversation}
                  stuck={one}
                  campaign={nameOf(one.campaign)}
                  busy={push.isPending}
                  onPush={() => push.mutate([one.conversation])}
                />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </>
  );
}
