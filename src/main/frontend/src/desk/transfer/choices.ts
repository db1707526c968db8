import type { CampaignTarget, Colleague, TeamTarget, TransferTargets, TransferTo } from "../../api/transfer";
import type { Conversation, Me } from "../../api/types";
import type { I18n } from "../../i18n/i18n";
import { leads } from "../../shell/roles";

/** Somebody to whom a conversation can be handed on; what is shown to all is given to nobody by itself. */
export type Choice =
  | { kind: "assistant"; key: string }
  | { kind: "queue"; key: string; shownToAll: boolean }
  | { kind: "team"; key: string; team: TeamTarget; shownToAll: boolean }
  | { kind: "campaign"; key: string; campaign: CampaignTarget }
  | { kind: "agent"; key: string; agent: Colleague };

export const GROUPS = ["agent", "team", "campaign", "more"] as const;
export type Group = (typeof GROUPS)[number];

export const groupOf = ({ kind }: Choice): Group => (kind === "assistant" || kind === "queue" ? "more" : kind);

/** Who has it may, anybody while it waits, and those who lead the agents; the server says the same. */
export const mayHandOn = ({ state, assignee }: Conversation, me: Me) =>
  state === "WAITING" || (state === "ASSIGNED" && (assignee?.id === me.id || leads(me)));

const PRESENCE = { ONLINE: 0, AWAY: 1, OFFLINE: 2 };
const room = ({ capacity, load }: Colleague) => Math.max(capacity - load, 0);
/** Who can help at once comes first. */
const byHelp = (a: Colleague, b: Colleague) =>
  PRESENCE[a.presence] - PRESENCE[b.presence] || room(b) - room(a) || a.name.localeCompare(b.name);

export const isShownToAll = ({ strategy }: CampaignTarget) => strategy === "ALL_AT_ONCE";

/** All to whom this conversation can go, in the order in which they are offered; not to who has it. */
export function choicesFor(conversation: Conversation, { agents, teams, campaigns }: TransferTargets): Choice[] {
  const own = campaigns.find(({ id }) => id === conversation.campaign);
  const shownToAll = own !== undefined && isShownToAll(own);
  return [
    ...agents
      .filter(({ id }) => id !== conversation.assignee?.id)
      .sort(byHelp)
      .map((agent): Choice => ({ kind: "agent", key: `agent:${agent.id}`, agent })),
    ...teams.map((team): Choice => ({ kind: "team", key: `team:${team.id}`, team, shownToAll })),
    ...campaigns
      .filter(({ id }) => id !== conversation.campaign)
      .map((campaign): Choice => ({ kind: "campaign", key: `campaign:${campaign.id}`, campaign })),
    ...(own?.assistant ? [{ kind: "assistant", key: "assistant" } as const] : []),
    ...(conversation.state === "ASSIGNED" ? [{ kind: "queue", key: "queue", shownToAll } as const] : []),
  ];
}

/** The name of somebody who has one. */
export function nameOf(choice: Choice): string | null {
  switch (choice.kind) {
    case "agent":
      return choice.agent.name;
    case "team":
      return choice.team.name;
    case "campaign":
      return choice.campaign.name;
    default:
      return null;
  }
}

/** As it is called among those to choose from. */
export const wordsOf = (choice: Choice, t: I18n["t"]) =>
  nameOf(choice) ?? t(choice.kind === "queue" ? "transfer.queue" : "transfer.assistant");

export function toOf(choice: Choice): TransferTo {
  switch (choice.kind) {
    case "agent":
      return { agent: choice.agent.id };
    case "team":
      return { team: choice.team.id };
    case "campaign":
      return { campaign: choice.campaign.id };
    case "assistant":
      return { assistant: true };
    case "queue":
      return { queue: true };
  }
}
