import { describe, expect, it } from "vitest";
import type { Delivery } from "../api/webhooks";
import { i18nOf } from "../i18n/i18n";
import { addressFault, answerWords, deliveryWords } from "./webhookWords";

const en = i18nOf("en");
const fr = i18nOf("fr");

const aDelivery = (changes: Partial<Delivery> = {}): Delivery => ({
  id: "d-1",
  event: "alert.raised",
  alert: {
    id: "WAITING:shop",
    kind: "WAITING",
    subject: "shop",
    name: "Shop",
    value: 12,
    limit: 10,
    detail: null,
    raisedAt: "2026-03-02T09:00:00Z",
    changedAt: null,
    resolvedAt: null,
    acknowledgedBy: null,
    acknowledgedAt: null,
  },
  state: "PENDING",
  attempts: 0,
  createdAt: "2026-03-02T09:00:00Z",
  nextAt: "2026-03-02T09:00:00Z",
  lastStatus: null,
  lastError: null,
  settledAt: null,
  againBy: null,
  ...changes,
});

describe("the address of a webhook", () => {
  it.each([
    ["https://example.org/in", null],
    ["  https://example.org  ", null],
    ["http://example.org/in", "open"],
    ["", "none"],
    ["   ", "none"],
    ["example.org", "wrong"],
    ["ftp://example.org", "wrong"],
    ["https://", "wrong"],
    ["https://ada:secret@example.org", "wrong"],
  ])("%j is judged %j", (typed, fault) => {
    expect(addressFault(typed)).toBe(fault);
  });
});

describe("a delivery", () => {
  it("says what the receiver is told", () => {
    expect(deliveryWords(aDelivery(), en)).toBe("Raised: Shop: customers who wait: 12 (limit 10)");
    expect(deliveryWords(aDelivery({ event: "alert.changed" }), fr)).toBe(
      "Modifiée : Shop : clients en attente : 12 (limite 10)",
    );
    expect(deliveryWords(aDelivery({ event: "alert.resolved" }), fr)).toBe(
      "Terminée : Shop : clients en attente : 12 (limite 10)",
    );
    expect(deliveryWords(aDelivery({ event: "test" }), en)).toBe("Test");
    expect(deliveryWords(aDelivery({ event: "alert.unknown" }), en)).toBe("alert.unknown");
  });

  it("says what came back, or why nothing did", () => {
    expect(answerWords(aDelivery(), en)).toBe("none yet");
    expect(answerWords(aDelivery({ lastStatus: 500, lastError: "HTTP status 500" }), fr)).toBe("réponse 500");
    expect(answerWords(aDelivery({ lastError: "Connection refused" }), en)).toBe("Connection refused");
  });
});
