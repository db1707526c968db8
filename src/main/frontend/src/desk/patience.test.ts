import { describe, expect, it } from "vitest";
import { i18nOf } from "../i18n/i18n";
import { ALICE, aConversation, BRUNO } from "../test/fixtures";
import { lastWords } from "./lastWords";
import { patienceOf } from "./patience";

const at = (minute: number) => Date.parse(`2026-03-02T09:${String(minute).padStart(2, "0")}:00Z`);
const iso = (minute: number) => new Date(at(minute)).toISOString();
const waiting = (changes = {}) =>
  aConversation({ state: "WAITING", assignee: null, queuedAt: iso(0), firstResponseDueAt: iso(9), ...changes });

describe("a customer's patience", () => {
  it("ends with the service level, after a warning", () => {
    expect(patienceOf(waiting(), at(5)).mood).toBe("calm");
    expect(patienceOf(waiting(), at(6)).mood).toBe("soon");
    expect(patienceOf(waiting(), at(9)).mood).toBe("late");
  });

  it("ends with a warning for later answers as well, counted from what the customer wrote then", () => {
    const asksAgain = (changes = {}) =>
      aConversation({
        queuedAt: iso(0),
        firstResponseAt: iso(3),
        firstResponseDueAt: iso(9),
        nextResponseDueAt: iso(30),
        unanswered: 1,
        unansweredSince: iso(21),
        ...changes,
      });
    expect(patienceOf(asksAgain(), at(26)).mood).toBe("calm");
    expect(patienceOf(asksAgain(), at(27)).mood).toBe("soon");
    expect(patienceOf(asksAgain(), at(30)).mood).toBe("late");
    expect(patienceOf(asksAgain({ nextResponseDueAt: null }), at(59)).mood).toBe("calm");
  });

  it("is over once the customer counts as lost, and not asked about without a service level", () => {
    expect(patienceOf(waiting({ lostAt: iso(7) }), at(8)).mood).toBe("lost");
    expect(patienceOf(waiting({ firstResponseDueAt: null }), at(50)).mood).toBe("calm");
  });

  it("is not asked for of an agent who has answered", () => {
    const answered = { firstResponseAt: iso(3), firstResponseDueAt: iso(9), nextResponseDueAt: iso(20) };
    expect(patienceOf(aConversation({ ...answered, unanswered: 0 }), at(30)).mood).toBe("calm");
    expect(patienceOf(aConversation({ ...answered, unanswered: 1 }), at(30)).mood).toBe("late");
  });
});

describe("the newest message in the list", () => {
  const by = (kind: "AGENT" | "BOT" | "SYSTEM" | "META_INBOX", who: { id: string; name: string } | null = null) =>
    lastWords(
      aConversation({
        lastMessage: {
          direction: "OUT",
          author: { kind, id: who?.id ?? null, name: who?.name ?? null },
          text: "Hello",
          attachment: null,
          at: iso(0),
        },
      }),
      ALICE.id,
      i18nOf("en"),
    );

  it("says who wrote it", () => {
    expect(by("AGENT", ALICE)).toBe("You: Hello");
    expect(by("AGENT", BRUNO)).toBe("Bruno: Hello");
    expect(by("BOT")).toBe("AI agent: Hello");
    expect(by("SYSTEM")).toBe("Automatic: Hello");
    expect(by("META_INBOX")).toBe("Meta inbox: Hello");
  });
});
