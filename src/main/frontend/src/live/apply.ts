import type { QueryClient } from "@tanstack/react-query";
import type { Page } from "../api/pages";
import type { Conversation, Me, MessageEventData, PresenceEventData } from "../api/types";
import { refreshGently } from "./gently";
import { type ConversationList, type ListName, place } from "./lists";
import { outbox } from "./outbox";
import { placePage } from "./pages";
import { keys, myId, remember } from "./queries";
import { type Transcript, upsert } from "./transcript";

const LISTS: readonly ListName[] = ["mine", "queue"];
/** A queue that was loaded only in part is loaded again before it looks empty. */
const REFILL_BELOW = 100;

/** Brings one conversation's new state into every view of it; an older state is ignored. */
export function applyConversation(client: QueryClient, conversation: Conversation): boolean {
  const before = client.getQueryData<Conversation>(keys.conversation(conversation.id));
  if (!remember(client, conversation)) return false;
  const me = myId(client);
  if (me === undefined) return true;
  if (conversation.state !== before?.state && (conversation.state === "WAITING" || before?.state === "WAITING"))
    refreshGently(client, keys.places);
  if ((conversation.state === "CLOSED" || conversation.state === "IGNORED") && conversation.state !== before?.state) {
    refreshGently(client, [...keys.finished, conversation.state]);
    // It is told before it is put away, where the list is read: once more when the pause is over.
    refreshGently(client, [...keys.finished, conversation.state]);
    missedBySearches(client, conversation);
  }
  if (conversation.state !== before?.state || conversation.assignee?.id !== before.assignee?.id) {
    refreshGently(client, keys.tickets);
    refreshGently(client, keys.teamWork);
  }
  // What may be sent changes with what the customer wrote last.
  if (conversation.windowClosesAt !== before?.windowClosesAt)
    void client.invalidateQueries({ queryKey: keys.policy(conversation.id) });
  for (const name of LISTS) {
    client.setQueryData<ConversationList>(keys.list(name), (list) => list && place(list, name, conversation, me));
    const list = client.getQueryData<ConversationList>(keys.list(name));
    if (list?.more && list.items.length < REFILL_BELOW) void client.invalidateQueries({ queryKey: keys.list(name) });
  }
  return true;
}

/**
 * A search that plainly finds what is over now is asked again. Any other may miss it, which its reader is told, but
 * is not asked again unasked: it reads every message there is.
 */
function missedBySearches(client: QueryClient, { state, customer, lastMessage }: Conversation): void {
  const words = `${customer.name ?? ""}\n${lastMessage?.text ?? ""}`.toLowerCase();
  const queryKey = [...keys.finishedSearch, state];
  void client.invalidateQueries({ queryKey, refetchType: "none" });
  for (const query of client.getQueryCache().findAll({ queryKey })) {
    if (words.includes(String(query.queryKey[2]).toLowerCase())) refreshGently(client, query.queryKey);
  }
}

/** Brings a message, new or with a new status, into its transcript. Returns whether it was unknown. */
export function applyMessage(client: QueryClient, { conversationId, message }: MessageEventData): boolean {
  const key = keys.transcript(conversationId);
  const before = client.getQueryData<Transcript>(key);
  const unknown = before === undefined || before.items.every((known) => known.id !== message.id);
  if (before !== undefined && unknown && message.author.kind === "AGENT" && message.author.id === myId(client)) {
    outbox.settle(conversationId, message);
  }
  client.setQueryData<Transcript>(key, (transcript) => transcript && upsert(transcript, message));
  // What the messaging policy has said of it is new, too.
  if (message.direction === "OUT" && (message.status === "SENT" || message.status === "FAILED"))
    refreshGently(client, keys.decisions(conversationId));
  const last = before?.items.at(-1)?.seq ?? 0;
  if (message.seq > last + 1) void client.invalidateQueries({ queryKey: key });
  return unknown;
}

export function applyPresence(client: QueryClient, { agent, presence }: PresenceEventData): void {
  client.setQueryData<Me>(keys.me, (me) => (me?.id === agent.id ? { ...me, presence } : me));
}

/** Brings a Page's new state into the list of them. Returns what was known of it before. */
export function applyPage(client: QueryClient, page: Page): Page | undefined {
  const before = client.getQueryData<Page[]>(keys.pages)?.find((known) => known.id === page.id);
  client.setQueryData<Page[]>(keys.pages, (pages) => pages && placePage(pages, page));
  return before;
}

/** Too much was missed: everything on screen is loaded again. */
export function resync(client: QueryClient): void {
  for (const queryKey of [
    keys.me,
    keys.lists,
    keys.finished,
    keys.places,
    keys.reads,
    keys.tickets,
    keys.teamWork,
    keys.conversations,
    keys.transcripts,
    keys.policies,
    keys.stuck,
    keys.monitor,
    keys.alerts,
    keys.mentions,
    keys.cards,
    keys.pages,
    keys.campaigns,
    keys.campaignArchive,
    keys.campaignOf,
    keys.campaignNames,
    keys.rulesProblems,
    keys.ruleTables,
    keys.ruleTableOf,
  ]) {
    void client.invalidateQueries({ queryKey });
  }
}
