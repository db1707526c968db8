import type { Fault } from "../../api/sandboxTypes";

/** What can go wrong with a call, in the terms of Meta's "Error Codes" of the Messenger Platform. */
export const FAULTS = {
  temporary: { code: 2, status: 500 },
  rateLimit: { code: 613 },
  appLimit: { code: 4 },
  windowClosed: { code: 10, subcode: 2018278 },
  restricted: { code: 10, subcode: 1893063 },
  blocked: { code: 368 },
  tokenDead: { code: 190, subcode: 463 },
  personGone: { code: 551, subcode: 1545041 },
  badParameter: { code: 100 },
  dropped: { drop: true },
  droppedAfter: { drop: true, acceptFirst: true },
} as const satisfies Record<string, Omit<Fault, "calls" | "path">>;
export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/** Which calls it hits: sends, or what stands under a part of the address. */
export const SCOPES = {
  sends: null,
  comments: "/comments",
  profile: "/messenger_profile",
  uploads: "/message_attachments",
} as const;
export type Scope = keyof typeof SCOPES;
export const SCOPE_NAMES = Object.keys(SCOPES) as Scope[];

export function faultOf(name: FaultName, calls: number, scope: Scope): Fault {
  const path = SCOPES[scope];
  const fault: Omit<Fault, "calls"> = FAULTS[name];
  if (path === null) return { calls, ...fault };
  // Only a message can be taken before the line breaks.
  const { acceptFirst: _, ...rest } = fault;
  return { calls, ...rest, path };
}

export const NO_FAULT: Fault = { calls: 0 };
