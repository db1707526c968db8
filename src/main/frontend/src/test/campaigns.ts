import type { Campaign, CampaignOptions } from "../api/campaigns";

export const aCampaign = (changes: Partial<Campaign> = {}): Campaign => ({
  id: "sales",
  version: 1,
  enabled: false,
  archived: false,
  catchAll: false,
  name: "Sales",
  channels: ["MESSENGER"],
  pages: ["p-1"],
  objective: "",
  strategy: "LEAST_BUSY",
  schedule: "office",
  zone: "Europe/Paris",
  thresholds: { serviceLevel: 60, serviceLevelTarget: 80, dropout: 600, longWait: 120, offer: 0, chatTime: 0, idle: 0 },
  waiting: { maximum: 0, overflow: "KEEP", team: null, overflowText: {}, longWaitText: {} },
  maximumPerAgent: 0,
  greeting: { on: false, text: {}, automatedNotice: {} },
  // biome-ignore lint/suspicious/noThenProperty: it is the server's word, and a text
  afterHours: { text: {}, then: "WAIT", quietHours: 12 },
  survey: { on: false, question: {}, commentQuestion: {}, thanks: {}, notAgainDays: 30 },
  assistant: { on: false, kind: "BUILT_IN", entries: [], threshold: 0.5, turns: 6, costLimit: 0.1 },
  cannedResponses: [],
  members: { everyone: false, list: [] },
  tags: [],
  missing: [{ field: "members", message: "must hold one agent", code: "NO_MEMBERS" }],
  changedBy: "sofia",
  changedAt: "2026-03-02T09:00:00Z",
  ...changes,
});

export const someOptions: CampaignOptions = {
  pages: [{ id: "p-1", name: "Maison Lumière" }],
  agents: [
    { id: "alice", name: "Alice Martin" },
    { id: "bruno", name: "Bruno Costa" },
  ],
  teams: [],
  schedules: ["always", "office"],
  expertise: [],
  placeholders: ["customer.firstName", "agent", "nextOpening"],
  zone: "Europe/Paris",
};
