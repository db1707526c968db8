import { WarningAlt } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";

type LoadedProps<T> = { query: UseQueryResult<T>; failed: string; children: (data: T) => ReactNode };

/** What was asked for, or how far it is, or a way to ask again. */
export function Loaded<T>({ query, failed, children }: LoadedProps<T>) {
  const { t } = useI18n();
  if (query.data !== undefined) return children(query.data);
  if (!query.isError) return <Skeleton lines={4} />;
  return (
    <Empty icon={WarningAlt} title={failed}>
      <Button kind="tertiary" size="sm" onClick={() => void query.refetch()}>
        {t("list.retry")}
      </Button>
    </Empty>
  );
}
