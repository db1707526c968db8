import type { Campaign } from "./campaigns";
import { change, get } from "./http";
import type { Conversation, Named, PresenceState } from "./types";

/** The shapes of `docs/api.md` about handing conversations on. */
export type Colleague = Named & { presence: PresenceState; load: number; capacity: number; room: boolean };
/** How many agents there are, of these online, and of these whom it would be given to at once. */
export type Crew = { members: number; online: number; free: number };
export type TeamTarget = Named & { crew: Crew };
export type CampaignTarget = Named & {
  assistant: boolean;
  strategy: Campaign["strategy"];
  crew: Crew;
  open: boolean;
  opensAt: string | null;
  /** Whether it is closed, and ends what nobody there has room for. */
  ends: boolean;
};
export type TransferTargets = { agents: Colleague[]; teams: TeamTarget[]; campaigns: CampaignTarget[] };

/** To whom: one of the five. */
export type TransferTo =
  | { agent: string }
  | { team: string }
  | { campaign: string }
  | { assistant: true }
  | { queue: true };

/** @param campaign of what is handed on, whose limits count */
export const fetchTransferTargets = (campaign: string | null) =>
  get<TransferTargets>(`/api/v1/transfer-targets${campaign === null ? "" : `?${new URLSearchParams({ campaign })}`}`);
export const fetchCampaignNames = () => get<Named[]>("/api/v1/campaign-names");
/** Of all who ever were users. */
export const fetchUserNames = () => get<Named[]>("/api/v1/user-names");

export const transfer = (id: string, to: TransferTo, note: string) =>
  change<Conversation>("POST", `/api/v1/conversations/${encodeURIComponent(id)}/transfer`, {
    to,
    ...(note.trim() !== "" && { note: note.trim() }),
  });
