import type { Campaign } from "../api/campaigns";
import type { Naming, RuleRow } from "../api/rules";

/** What would miss a team. */
export type Uses = { campaigns: Campaign[]; rows: RuleRow[] };

/** The campaigns whose overflow goes to it, and the rows of tables that name it. */
export const usesOf = (team: string, campaigns: readonly Campaign[] = [], naming?: Naming): Uses => ({
  campaigns: campaigns.filter(({ waiting }) => waiting.overflow === "TEAM" && waiting.team === team),
  rows: naming?.teams[team] ?? [],
});
