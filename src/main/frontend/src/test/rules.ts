import type { RulesProblem } from "../api/rules";

export const aRulesProblem = (changes: Partial<RulesProblem> = {}): RulesProblem => ({
  id: "listening:2:3:campaign:sale",
  table: "listening",
  version: 2,
  row: 3,
  description: "The sale",
  output: "campaign",
  kind: "UNKNOWN_CAMPAIGN",
  value: "sale",
  count: 2,
  firstAt: "2026-03-02T09:00:00Z",
  lastAt: "2026-03-02T10:00:00Z",
  conversation: "c-1",
  ...changes,
});
