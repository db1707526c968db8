import type { Alert } from "./alerts";
import { change, get } from "./http";

/** The shapes of `docs/api.md` about webhooks for alerts. */
export type Webhook = { id: string; url: string; enabled: boolean; createdAt: string; secret: string | null };
export type Delivery = {
  id: string;
  event: string;
  alert: Alert;
  state: "PENDING" | "SENT" | "FAILED";
  attempts: number;
  createdAt: string;
  nextAt: string | null;
  lastStatus: number | null;
  lastError: string | null;
  settledAt: string | null;
  againBy: string | null;
};

const WEBHOOKS = "/api/v1/alert-webhooks";
const webhook = (id: string) => `${WEBHOOKS}/${encodeURIComponent(id)}`;

export const fetchWebhooks = () => get<Webhook[]>(WEBHOOKS);
export const addWebhook = (url: string) => change<Webhook>("POST", WEBHOOKS, { url });
export const changeWebhook = (id: string, wish: { url?: string; enabled?: boolean }) =>
  change<Webhook>("PATCH", webhook(id), wish);
export const rotateSecret = (id: string) => change<Webhook>("POST", `${webhook(id)}/secret`);
export const testWebhook = (id: string) => change<void>("POST", `${webhook(id)}/test`);
export const deleteWebhook = (id: string) => change<void>("DELETE", webhook(id));
export const sendAgain = (id: string, delivery: string) =>
  change<Delivery>("POST", `${webhook(id)}/deliveries/${encodeURIComponent(delivery)}/again`);
export const fetchDeliveries = (id: string) => get<Delivery[]>(`${webhook(id)}/deliveries`);
