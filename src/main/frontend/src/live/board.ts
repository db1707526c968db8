import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { type AgentRow, fetchMonitor, type Monitor } from "../api/board";
import type { PresenceEventData } from "../api/types";
import { keys } from "./queries";

/** Also tells the server that somebody still looks, without which it stops to tell what moves. */
const STILL_HERE_MS = 60_000;

export const monitorQuery = queryOptions({
  queryKey: keys.monitor,
  queryFn: fetchMonitor,
  refetchInterval: STILL_HERE_MS,
  staleTime: 5_000,
});

const PRESENCES = ["ONLINE", "AWAY", "OFFLINE"];
const asListed = (a: AgentRow, b: AgentRow) =>
  PRESENCES.indexOf(a.presence) - PRESENCES.indexOf(b.presence) ||
  a.name.localeCompare(b.name) ||
  a.id.localeCompare(b.id);

/** Takes the numbers that moved; of the agents only those come who changed, and the ids of all who are there. */
export function applyMonitor(client: QueryClient, moved: Monitor): void {
  client.setQueryData<Monitor>(keys.monitor, (known) => {
    if (known === undefined || Date.parse(known.at) > Date.parse(moved.at)) return known;
    const changed = new Map(moved.agents.map((agent) => [agent.id, agent]));
    const there = new Set(moved.agentIds);
    const kept = known.agents.filter(({ id }) => !changed.has(id) && there.has(id));
    return { ...moved, agents: [...kept, ...moved.agents].sort(asListed) };
  });
}

/** Whether an agent is there, and with how many conversations, is told at once and one by one. */
export function applyPresenceToMonitor(client: QueryClient, { agent, presence }: PresenceEventData): void {
  client.setQueryData<Monitor>(
    keys.monitor,
    (known) =>
      known && {
        ...known,
        agents: known.agents.map((row) => (row.id === agent.id ? { ...row, ...presence } : row)).sort(asListed),
      },
  );
}
