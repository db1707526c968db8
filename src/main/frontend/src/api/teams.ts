import { change, get } from "./http";

/** The shapes of `docs/api.md` about teams. */
export type Team = { id: string; name: string; members: string[]; version: number };
export type TeamDraft = { name: string; members: string[] };

const API = "/api/v1/teams";
const at = (id: string) => `${API}/${encodeURIComponent(id)}`;

export const fetchTeams = () => get<Team[]>(API);
export const createTeam = (draft: TeamDraft) => change<Team>("POST", API, draft);
export const changeTeam = (id: string, version: number, draft: TeamDraft) =>
  change<Team>("PATCH", at(id), { ...draft, version });
export const deleteTeam = (id: string) => change<void>("DELETE", at(id));
