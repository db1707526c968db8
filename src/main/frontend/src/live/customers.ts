import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { type Company, type CustomerCard, fetchCard, fetchEarlier, fetchFields, type Watcher } from "../api/customers";
import { keys, remember } from "./queries";

export const cardQuery = (page: string, id: string) =>
  queryOptions({ queryKey: keys.card(page, id), queryFn: () => fetchCard(page, id), staleTime: 30_000 });

export const fieldsQuery = queryOptions({ queryKey: keys.fields, queryFn: fetchFields, staleTime: 60_000 });

export const earlierQuery = (client: QueryClient, id: string) =>
  queryOptions({
    queryKey: ["earlier", id],
    queryFn: async () => {
      const earlier = await fetchEarlier(id);
      for (const conversation of earlier) remember(client, conversation);
      return earlier;
    },
    staleTime: 60_000,
  });

/** Who has a conversation on the screen; told by the feed, and by the answer to each look. */
export const companyQuery = (id: string) =>
  queryOptions<Watcher[]>({ queryKey: keys.company(id), queryFn: () => [], enabled: false, initialData: [] });

export function applyCard(client: QueryClient, card: CustomerCard): void {
  client.setQueryData<CustomerCard>(keys.card(card.page, card.id), (known) =>
    known !== undefined && known.version > card.version ? known : card,
  );
}

export function applyCompany(client: QueryClient, { about, watchers }: Company): void {
  client.setQueryData<Watcher[]>(keys.company(about), watchers);
}
