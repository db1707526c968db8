import type { Crew, TransferTargets } from "../api/transfer";

const crew = (members: number, online: number, free: number): Crew => ({ members, online, free });

export const someTargets: TransferTargets = {
  agents: [
    { id: "alice", name: "Alice", presence: "ONLINE", load: 1, capacity: 5, room: true },
    { id: "dora", name: "Dora", presence: "OFFLINE", load: 0, capacity: 5, room: false },
    { id: "bruno", name: "Bruno", presence: "ONLINE", load: 2, capacity: 5, room: true },
    { id: "emil", name: "Émile", presence: "ONLINE", load: 5, capacity: 5, room: false },
  ],
  teams: [
    { id: "billing", name: "Billing", crew: crew(2, 0, 0) },
    { id: "night", name: "Night shift", crew: crew(3, 2, 1) },
  ],
  campaigns: [
    {
      id: "default",
      name: "Default",
      assistant: true,
      strategy: "LEAST_BUSY",
      crew: crew(4, 3, 2),
      open: true,
      opensAt: null,
      ends: false,
    },
    {
      id: "sales",
      name: "Sales",
      assistant: false,
      strategy: "LEAST_BUSY",
      crew: crew(2, 0, 0),
      open: false,
      opensAt: "2026-03-03T08:00:00Z",
      ends: false,
    },
  ],
};
