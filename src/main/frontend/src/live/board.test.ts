import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import type { AgentRow, Monitor } from "../api/board";
import { applyMonitor } from "./board";
import { keys } from "./queries";

const agent = (id: string, load: number): AgentRow => ({
  id,
  name: id,
  presence: "ONLINE",
  since: null,
  capacity: 5,
  load,
  campaigns: [],
  channels: [],
  teams: [],
  today: { completed: 0, averageSeconds: null },
});

const monitor = (at: string, agents: AgentRow[], agentIds: string[]): Monitor => ({
  at,
  agents,
  agentIds,
  campaigns: [],
  teams: [],
  heldPages: [],
  pageTroubles: [],
  unsent: [],
  waiting: { count: 0, longestSince: null },
  stuck: 0,
});

function after(...moved: Monitor[]) {
  const client = new QueryClient();
  client.setQueryData(
    keys.monitor,
    monitor("2026-03-02T09:00:00Z", [agent("alice", 0), agent("bruno", 0)], ["alice", "bruno"]),
  );
  for (const each of moved) applyMonitor(client, each);
  return client.getQueryData<Monitor>(keys.monitor)?.agents.map(({ id, load }) => `${id} ${load}`);
}

it("takes the agents that changed and leaves the others", () => {
  expect(after(monitor("2026-03-02T09:00:05Z", [agent("bruno", 1)], ["alice", "bruno"]))).toEqual([
    "alice 0",
    "bruno 1",
  ]);
});

it("lets go who is not on the board any more", () => {
  expect(after(monitor("2026-03-02T09:00:05Z", [], ["alice"]))).toEqual(["alice 0"]);
});

it("tells earlier from later whether or not there are parts of a second", () => {
  expect(after(monitor("2026-03-02T09:00:00.500Z", [agent("bruno", 1)], ["alice", "bruno"]))).toContain("bruno 1");
});
