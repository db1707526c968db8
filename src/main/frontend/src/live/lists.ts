import type { Conversation } from "../api/types";

export type ListName = "mine" | "queue";

/** A list as far as it was loaded; `more` when the server has further ones. */
export type ConversationList = { items: Conversation[]; more: boolean };

export function belongs(list: ListName, conversation: Conversation, me: string): boolean {
  if (list === "queue") return conversation.state === "WAITING";
  return conversation.assignee?.id === me && (conversation.state === "ASSIGNED" || conversation.state === "CLOSING");
}

/** As it is served: who waits again, or waited for the desk to open, is not at the end. */
const byPriorityThenAge = (a: Conversation, b: Conversation) =>
  b.priority - a.priority ||
  Date.parse(a.openedAt) - Date.parse(b.openedAt) ||
  (a.id < b.id ? -1 : Number(a.id > b.id));
const byActivity = (a: Conversation, b: Conversation) => Date.parse(b.lastActivityAt) - Date.parse(a.lastActivityAt);
const order = { mine: byActivity, queue: byPriorityThenAge };

export const isNewer = (incoming: Conversation, known: Conversation | undefined) =>
  known === undefined || incoming.version > known.version;

/** The list after one conversation changed: it stays, moves, enters or leaves. */
export function place(list: ConversationList, name: ListName, changed: Conversation, me: string): ConversationList {
  const others = list.items.filter((known) => known.id !== changed.id);
  if (!belongs(name, changed, me)) return others.length === list.items.length ? list : { ...list, items: others };
  return { ...list, items: [...others, changed].sort(order[name]) };
}

/** A loaded list, corrected by what the live feed told while it was on its way. */
export function correct(
  loaded: ConversationList,
  name: ListName,
  touched: readonly Conversation[],
  me: string,
): ConversationList {
  const versions = new Map(loaded.items.map((conversation) => [conversation.id, conversation]));
  return touched
    .filter((conversation) => isNewer(conversation, versions.get(conversation.id)))
    .reduce((list, conversation) => place(list, name, conversation, me), loaded);
}

/** The conversation `step` places on in the list, or the first or last when none is open. */
export function neighbour(
  items: readonly { id: string }[],
  current: string | undefined,
  step: 1 | -1,
): string | undefined {
  const at = items.findIndex((conversation) => conversation.id === current);
  if (at < 0) return (step === 1 ? items[0] : items.at(-1))?.id;
  return items[at + step]?.id;
}

/** What to open once `left` is done: the one that follows it, else the one before. */
export function afterLeaving(items: readonly Conversation[], left: string): string | undefined {
  const at = items.findIndex((conversation) => conversation.id === left);
  if (at < 0) return items[0]?.id;
  return (items[at + 1] ?? items[at - 1])?.id;
}

/** Those who wait, as they are served; whose place is not known yet comes last, in the order they had. */
export function asServed(items: readonly Conversation[], places: ReadonlyMap<string, number> | undefined) {
  const placeOf = ({ id }: Conversation) => places?.get(id) ?? Number.MAX_SAFE_INTEGER;
  return [...items].sort((a, b) => placeOf(a) - placeOf(b));
}
