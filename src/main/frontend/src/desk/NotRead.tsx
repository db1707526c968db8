import { WarningAlt } from "@carbon/icons-react";
import { useMemo } from "react";
import type { Conversation, Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { useUnsent } from "../live/outbox";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { arrange } from "./arrange";
import { Rows } from "./Rows";

type NotReadProps = { conversation: Conversation; me: Me; failed: boolean };

/** In place of a transcript that is on its way or could not be read: what is to be sent is shown all the same. */
export function NotRead({ conversation, me, failed }: NotReadProps) {
  const { t } = useI18n();
  const unsent = useUnsent(conversation.id);
  const rows = useMemo(() => arrange([], unsent), [unsent]);
  return (
    <div className="transcript">
      <div className="transcript__scroll">
        {failed ? <Empty icon={WarningAlt} title={t("thread.failed")} /> : <Skeleton lines={5} />}
        <div className="transcript__rows">
          <Rows conversation={conversation} me={me} rows={rows} />
        </div>
      </div>
    </div>
  );
}
