import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { Refused } from "./http";

const RETRIES = 3;

export const isUnauthenticated = (error: unknown) => error instanceof Refused && error.status === 401;

/** There is no such thing, or not for this user. */
export const isOutOfReach = (error: unknown) =>
  error instanceof Refused && (error.status === 404 || error.status === 403);

/** A refusal is an answer: only silence and the server's own faults are worth another try. */
function retry(failures: number, error: unknown): boolean {
  return failures < RETRIES && !(error instanceof Refused && error.status < 500);
}

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => leaveIfEnded(error, query.queryKey) }),
    mutationCache: new MutationCache({ onError: (error) => leaveIfEnded(error) }),
    defaultOptions: {
      // The server may run on this very machine: being without a network does not mean being without it.
      queries: { networkMode: "always", retry, retryDelay: (failures) => Math.min(500 * 2 ** failures, 5_000) },
      mutations: { retry: false, networkMode: "always" },
    },
  });

  /** A session that has ended shows wherever it is noticed first; asking who we are leads to the login page. */
  function leaveIfEnded(error: unknown, queryKey: readonly unknown[] = []) {
    if (isUnauthenticated(error) && queryKey[0] !== "me") void client.invalidateQueries({ queryKey: ["me"] });
  }

  return client;
}
