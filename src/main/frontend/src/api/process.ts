import type { Decision } from "./finished";
import { get } from "./http";

/** The shapes of `docs/api.md` about the way of a conversation through its process. */
export type Step = { element: string; at: string | null; decision: number | null };
export type Way = { process: string; version: number | null; steps: Step[]; decisions: Decision[] };

export const fetchWay = (id: string) => get<Way>(`/api/v1/conversations/${encodeURIComponent(id)}/process`);

export async function fetchModel(): Promise<string> {
  const answer = await fetch("/api/v1/process-models/conversation", { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.text();
}
