import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { Alert } from "../api/alerts";
import type { Monitor } from "../api/board";
import type { Campaign } from "../api/campaigns";
import { isUnauthenticated } from "../api/client";
import type { Company, CustomerCard } from "../api/customers";
import { fetchMe, tellAlive } from "../api/desk";
import type { ReadMark } from "../api/inbox";
import type { StuckChange } from "../api/monitor";
import type { Mention } from "../api/notes";
import type { Page } from "../api/pages";
import type { RulesProblem } from "../api/rules";
import type { Conversation, Me, MessageEventData, PresenceEventData, Supervised } from "../api/types";
import { excerptOf } from "../desk/content/excerpt";
import { customerName } from "../desk/customerName";
import { lastWords } from "../desk/lastWords";
import { useI18n } from "../i18n/i18n";
import { applyConversation, applyMessage, applyPresence, resync } from "../live/apply";
import { applyMonitor, applyPresenceToMonitor } from "../live/board";
import { applyCampaign } from "../live/campaigns";
import { applyCard, applyCompany } from "../live/customers";
import { type LineState, openFeed } from "../live/feed";
import { belongs, type ConversationList } from "../live/lists";
import { applyMention } from "../live/notes";
import { keys, listQuery } from "../live/queries";
import { applyReadMark } from "../live/reads";
import { applyRulesProblem, refreshTable } from "../live/rules";
import { sendAllAgain } from "../live/sender";
import { alertTo } from "./alerts";
import { useToast } from "./Toasts";
import { useLimitAlerts } from "./useLimitAlerts";
import { usePageAlerts } from "./usePageAlerts";
import { useStuckAlerts } from "./useStuckAlerts";
import { useUnreadInTitle } from "./useUnreadInTitle";

const EVENTS = [
  "conversation",
  "message",
  "presence",
  "mention",
  "watchers",
  "customer",
  "read",
  "page",
  "campaign",
  "rules-problem",
  "table-version",
  "table-draft",
  "table-planned",
  "stuck",
  "monitor",
  "supervised",
  "alert",
  "alert.changed",
  "resync",
] as const;

/** Three beats of the server, which comes with one at least every 15 seconds. */
const SILENT_AFTER_MS = 45_000;

/**
 * Lets the live feed change what is on screen, says aloud what a reader who does not see it must know, and calls an
 * agent, whatever screen they are at, to what is theirs.
 */
export function useLiveFeed({ id: me, roles }: Me) {
  const client = useQueryClient();
  const onPage = usePageAlerts();
  const onStuck = useStuckAlerts();
  const onAlert = useLimitAlerts();
  const i18n = useI18n();
  const [line, setLine] = useState<LineState>("up");
  const [announcement, announce] = useState("");
  const navigate = useNavigate();
  const toast = useToast();
  const latest = useRef({ ...i18n, toast, onAlert, onPage, onStuck, navigate });
  latest.current = { ...i18n, toast, onAlert, onPage, onStuck, navigate };
  // What is new shows by what was there before.
  const own = useQuery({ ...listQuery(client, "mine", me), enabled: roles.includes("AGENT") });
  useUnreadInTitle(own.data?.items.reduce((sum, { unanswered }) => sum + unanswered, 0) ?? 0);

  useEffect(() => {
    /** Each time something is given to the agent, they are called once. */
    const called = new Set<string>();
    const mine = () => client.getQueryData<ConversationList>(keys.list("mine"))?.items;

    function onConversation(conversation: Conversation) {
      const arrived = belongs("mine", conversation, me) && mine()?.every((known) => known.id !== conversation.id);
      const changed = applyConversation(client, conversation);
      if (changed && arrived) call(conversation);
    }

    function call(conversation: Conversation) {
      const given = `${conversation.id} ${Date.parse(conversation.assignedAt ?? "")}`;
      if (called.has(given)) return;
      called.add(given);
      const name = customerName(conversation.customer, latest.current);
      announce(latest.current.t("thread.announceAssigned", { name }));
      alertTo(
        latest.current.t("thread.announceAssigned", { name }),
        lastWords(conversation, me, latest.current) ?? "",
        () => latest.current.navigate(`/desk/${encodeURIComponent(conversation.id)}`),
      );
    }

    /** What came to the agent while the line was down calls as it would have then. */
    async function catchUp() {
      const before = mine();
      resync(client);
      if (before === undefined) return;
      await client.refetchQueries({ queryKey: keys.list("mine") }, { cancelRefetch: false });
      const known = new Set(before.map(({ id }) => id));
      for (const conversation of mine() ?? []) if (!known.has(conversation.id)) call(conversation);
    }

    function onMessage(data: MessageEventData) {
      const unknown = applyMessage(client, data);
      if (!unknown || data.message.direction !== "IN") return;
      const conversation = mine()?.find((known) => known.id === data.conversationId);
      if (conversation === undefined) return;
      announce(
        latest.current.t("thread.announce", {
          name: customerName(conversation.customer, latest.current),
          text: excerptOf(data.message, latest.current),
        }),
      );
    }

    function onSupervised({ by, presence }: Supervised) {
      client.setQueryData<Me>(keys.me, (known) => known && { ...known, presence });
      const { t, toast } = latest.current;
      toast(
        "success",
        t("supervised.title", { by: by.name }),
        t("supervised.detail", { state: t(`presence.${presence.presence}`), capacity: presence.capacity }),
      );
    }

    function onMention(mention: Mention) {
      if (applyMention(client, mention))
        announce(latest.current.t("mentions.announce", { by: mention.by.name ?? "", text: mention.text }));
    }

    return openFeed({
      url: "/api/v1/events",
      events: EVENTS,
      resumes: true,
      silentAfter: SILENT_AFTER_MS,
      onEvent(name, data) {
        if (name === "conversation") onConversation(data as Conversation);
        else if (name === "message") onMessage(data as MessageEventData);
        else if (name === "presence") {
          applyPresence(client, data as PresenceEventData);
          applyPresenceToMonitor(client, data as PresenceEventData);
        } else if (name === "monitor") applyMonitor(client, data as Monitor);
        else if (name === "alert" || name === "alert.changed") latest.current.onAlert(data as Alert);
        else if (name === "supervised") onSupervised(data as Supervised);
        else if (name === "mention") onMention(data as Mention);
        else if (name === "watchers") applyCompany(client, data as Company);
        else if (name === "customer") applyCard(client, data as CustomerCard);
        else if (name === "read") applyReadMark(client, data as ReadMark);
        else if (name === "page") latest.current.onPage(data as Page);
        else if (name === "stuck") latest.current.onStuck(data as StuckChange);
        else if (name === "campaign") applyCampaign(client, data as Campaign);
        else if (name === "rules-problem") applyRulesProblem(client, data as RulesProblem);
        else if (name === "table-version" || name === "table-draft" || name === "table-planned")
          refreshTable(client, (data as { table: string }).table);
        else void catchUp();
      },
      onGap: () => void catchUp(),
      onState(state) {
        setLine(state);
        if (state === "up") sendAllAgain(client);
      },
      // The next beat is answered, too: what a single answer meets is of no interest.
      onHeard: () => void tellAlive().catch(() => {}),
      async mayRetry() {
        try {
          await fetchMe();
          return true;
        } catch (error) {
          if (!isUnauthenticated(error)) return true;
          void client.invalidateQueries({ queryKey: keys.me });
          return false;
        }
      },
    });
  }, [client, me]);

  return { line, announcement };
}
