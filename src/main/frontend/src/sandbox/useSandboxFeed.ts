import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Customer, SANDBOX_EVENTS, type SandboxMessage } from "../api/sandbox";
import { type LineState, openFeed } from "../live/feed";
import { putCustomer, putMessage, sandboxKeys } from "./cache";

const EVENTS = ["message", "customer"] as const;

export function applyToThread(client: QueryClient, message: SandboxMessage): void {
  client.setQueryData<SandboxMessage[]>(
    sandboxKeys.thread(message.customerId),
    (thread) => thread && putMessage(thread, message),
  );
}

export function applyToCustomers(client: QueryClient, customer: Customer): void {
  client.setQueryData<Customer[]>(sandboxKeys.customers, (known) => known && putCustomer(known, customer));
}

export function useSandboxFeed(): LineState {
  const client = useQueryClient();
  const [line, setLine] = useState<LineState>("up");
  useEffect(
    () =>
      openFeed({
        url: SANDBOX_EVENTS,
        events: EVENTS,
        resumes: false,
        onEvent(name, data) {
          if (name === "customer") applyToCustomers(client, data as Customer);
          else applyToThread(client, (data as { message: SandboxMessage }).message);
        },
        onGap: () => void client.invalidateQueries({ queryKey: ["sandbox"] }),
        onState: setLine,
      }),
    [client],
  );
  return line;
}
