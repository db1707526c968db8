import { get } from "./http";

/** The shapes of `docs/api.md` about the tables of rules. */
export type RuleRow = { table: string; version: number | null; row: number; description: string | null };
export type Naming = {
  campaigns: Record<string, RuleRow[]>;
  teams: Record<string, RuleRow[]>;
  /** Rows that work out a campaign or a team, so that nobody can tell beforehand which. */
  computed: RuleRow[];
};

export const RULES_PROBLEMS = [
  "UNKNOWN_CAMPAIGN",
  "UNKNOWN_TEAM",
  "UNKNOWN_AGENT",
  "WRONG_TYPE",
  "CAMPAIGN_NOT_HERE",
] as const;
export type RulesProblem = Omit<RuleRow, "row"> & {
  id: string;
  row: number | null;
  output: string;
  kind: (typeof RULES_PROBLEMS)[number];
  value: string;
  count: number;
  firstAt: string;
  lastAt: string;
  conversation: string;
};

export const fetchNaming = () => get<Naming>("/api/v1/rules/naming");
export const fetchRulesProblems = () => get<RulesProblem[]>("/api/v1/rules/problems");
