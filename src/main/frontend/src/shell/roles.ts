import type { Me, Role } from "../api/types";

const has = (me: Me, ...roles: Role[]) => roles.some((role) => me.roles.includes(role));

/** Those who look after the agents. */
export const leads = (me: Me) => has(me, "SUPERVISOR", "ADMIN");
/** Whom the desk is for; the server refuses it to all others. */
export const mayAnswer = (me: Me) => has(me, "AGENT", "SUPERVISOR", "ADMIN");
export const maySeeCampaigns = (me: Me) => has(me, "SUPERVISOR", "ADMIN");
export const maySeeRules = (me: Me) => has(me, "ANALYST", "SUPERVISOR", "ADMIN");
export const mayEditRules = (me: Me) => has(me, "ANALYST", "ADMIN");
export const maySeePages = (me: Me) => has(me, "SUPERVISOR", "ADMIN");
/** What is to be known of every customer. */
export const mayDefineFields = (me: Me) => has(me, "ADMIN");
export const mayErase = (me: Me) => has(me, "ADMIN");
export const maySupervise = (me: Me) => has(me, "SUPERVISOR", "ADMIN");
export const mayChangePages = (me: Me) => has(me, "ADMIN");
export const mayAdminister = (me: Me) => has(me, "ADMIN");

/** What a person is here for; who answers customers, whatever else they may, begins at the desk. */
export function firstScreen(me: Me): string {
  if (has(me, "AGENT")) return "/desk";
  if (maySupervise(me)) return "/supervision";
  return maySeeRules(me) ? "/rules" : "/desk";
}
