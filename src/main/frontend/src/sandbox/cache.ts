import type { Customer, SandboxMessage } from "../api/sandbox";

export const sandboxKeys = {
  customers: ["sandbox", "customers"] as const,
  threads: ["sandbox", "thread"] as const,
  thread: (id: string) => ["sandbox", "thread", id] as const,
};

const activity = (customer: Customer) => (customer.lastAt === null ? 0 : Date.parse(customer.lastAt));

/** The customer, new or changed, in its place: newest activity first. */
export function putCustomer(customers: readonly Customer[], changed: Customer): Customer[] {
  const others = customers.filter((customer) => customer.id !== changed.id);
  return [changed, ...others].sort((a, b) => activity(b) - activity(a));
}

/** The message, new or changed, in its place in the thread. */
export function putMessage(thread: readonly SandboxMessage[], changed: SandboxMessage): SandboxMessage[] {
  const at = thread.findIndex((message) => message.mid === changed.mid);
  if (at >= 0) return thread.with(at, changed);
  return [...thread, changed].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
