import { get, plainChange } from "./http";

/** A made-up Facebook user. */
export type Customer = {
  id: string;
  name: string;
  pictureColor: string;
  lastMessage: string | null;
  lastAt: string | null;
  unread: number;
};

export type SandboxMessage = {
  mid: string;
  customerId: string;
  fromPage: boolean;
  text: string;
  at: string;
  metadata: string | null;
  read: boolean;
  problem: string | null;
};

const API = "/sandbox/api";
const at = (id: string) => `${API}/customers/${encodeURIComponent(id)}`;

export const SANDBOX_EVENTS = `${API}/events`;
export const fetchCustomers = () => get<Customer[]>(`${API}/customers`);
export const createCustomer = () => plainChange<Customer>("POST", `${API}/customers`, {});
export const fetchThread = (id: string) => get<SandboxMessage[]>(`${at(id)}/messages`);
export const postAsCustomer = (id: string, text: string) =>
  plainChange<SandboxMessage>("POST", `${at(id)}/messages`, { text });
export const markRead = (id: string) => plainChange<void>("POST", `${at(id)}/read`);
