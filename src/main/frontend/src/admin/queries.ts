import { queryOptions } from "@tanstack/react-query";
import { fetchAccount, fetchSessions, fetchTokens, fetchUsers } from "../api/admin";
import { fetchVersionedReasons } from "../api/presence";

export const adminKeys = {
  users: ["users"] as const,
  account: ["account"] as const,
  sessions: (user: string | null) => ["sessions", user] as const,
  tokens: (own: boolean) => ["tokens", own] as const,
  audit: ["audit"] as const,
  breakReasons: ["versionedReasons"] as const,
};

export const usersQuery = queryOptions({ queryKey: adminKeys.users, queryFn: fetchUsers });
export const accountQuery = queryOptions({ queryKey: adminKeys.account, queryFn: fetchAccount });
export const sessionsQuery = (user: string | null) =>
  queryOptions({ queryKey: adminKeys.sessions(user), queryFn: () => fetchSessions(user) });
export const tokensQuery = (own: boolean) =>
  queryOptions({ queryKey: adminKeys.tokens(own), queryFn: () => fetchTokens(own) });

export const breakReasonsQuery = queryOptions({ queryKey: adminKeys.breakReasons, queryFn: fetchVersionedReasons });
