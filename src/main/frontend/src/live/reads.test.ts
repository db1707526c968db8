import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { READ_MARKS_SHOWN } from "../api/inbox";
import type { Conversation } from "../api/types";
import { ALICE, aConversation } from "../test/fixtures";
import { json, serve } from "../test/server";
import { applyReadMark, isUnread, readMarksQuery } from "./reads";

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString();
const said = (id: string, minute: number): Conversation =>
  aConversation({
    id,
    messageCount: 3,
    lastMessage: { text: "Hello?", direction: "IN", at: at(minute), attachment: null },
  });

async function marksOf(count: number, client = new QueryClient()) {
  const marks = Array.from({ length: count }, (_, n) => ({ conversation: `c-${n}`, seq: 2, at: at(count - n) }));
  serve(() => json(marks));
  return client.fetchQuery(readMarksQuery);
}

it("takes what was said before the oldest mark of a full list for read", async () => {
  const marks = await marksOf(READ_MARKS_SHOWN);

  expect(isUnread(said("old", 0), marks)).toBe(false);
  expect(isUnread(said("new", 1), marks)).toBe(true);
  expect(isUnread(said("c-7", 0), marks)).toBe(true);
});

it("takes whatever has no mark for unread while the list tells of all", async () => {
  expect(isUnread(said("old", 0), await marksOf(3))).toBe(true);
});

it("keeps how far the list goes back when something is read", async () => {
  const client = new QueryClient();
  await marksOf(READ_MARKS_SHOWN, client);

  applyReadMark(client, { conversation: "new", seq: 3 });

  const marks = client.getQueryData(readMarksQuery.queryKey);
  expect(isUnread(said("new", 1), marks)).toBe(false);
  expect(isUnread(said("old", 0), marks)).toBe(false);
});

it("takes what was handed on to the user for unread, though a colleague wrote last, until it was opened", async () => {
  const mine = { ...said("mine", 5), assignee: ALICE };
  const handedOn = { ...mine, lastMessage: { text: "Wait", direction: "OUT", at: at(5), attachment: null } } as const;
  const marks = await marksOf(3);

  expect(isUnread(handedOn, marks, ALICE.id)).toBe(true);
  expect(isUnread(handedOn, marks, "sofia")).toBe(false);
  expect(isUnread({ ...handedOn, id: "c-1" }, marks, ALICE.id)).toBe(false);
  expect(isUnread({ ...handedOn, state: "CLOSED" }, marks, ALICE.id)).toBe(false);
});
