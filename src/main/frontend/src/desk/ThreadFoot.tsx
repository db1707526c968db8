import { useQuery } from "@tanstack/react-query";
import type { Conversation } from "../api/types";
import { type I18n, useI18n } from "../i18n/i18n";
import { placeQuery } from "../live/finished";
import { useNow } from "../live/now";
import { useCampaignName } from "../live/targets";

function hint({ state, assignee, closedAt }: Conversation, mine: boolean, { t, formats }: I18n): string {
  switch (state) {
    case "NEW":
      return t("thread.botHint");
    case "WAITING":
      return t("thread.waitingHint");
    case "ASSIGNED":
      return mine ? "" : t("thread.otherHint", { name: assignee?.name ?? "–" });
    case "CLOSING":
      return t("thread.closingHint");
    case "CLOSED":
      return t("thread.closedHint", { when: closedAt === null ? "" : formats.moment(closedAt) }).trim();
    case "IGNORED":
      return t("thread.ignoredHint");
  }
}

/** Stands where the composer would, and says why there is none. */
export function ThreadFoot({ conversation, mine }: { conversation: Conversation; mine: boolean }) {
  const i18n = useI18n();
  // The banner above says it already.
  if (mine && conversation.elsewhere !== null) return null;
  if (conversation.state === "WAITING") return <WaitingFoot conversation={conversation} />;
  return (
    <p className="thread__foot" data-testid="no-composer">
      {hint(conversation, mine, i18n)}
    </p>
  );
}

/** Who waits is told of by place and time: the next one to take is not always the one that is open. */
function WaitingFoot({ conversation }: { conversation: Conversation }) {
  const { t, formats } = useI18n();
  const now = useNow();
  const campaignName = useCampaignName();
  const { data } = useQuery(placeQuery(conversation.id));
  return (
    <p className="thread__foot" data-testid="no-composer">
      {data === undefined
        ? t("thread.waitingHint")
        : t("queue.place", {
            n: data.position,
            campaign: campaignName(data.campaign),
            time: formats.span(data.since, now) ?? t("time.under"),
          })}
    </p>
  );
}
