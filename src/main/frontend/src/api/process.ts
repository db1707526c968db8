import type { Decision } from "./finished";
import { get } from "./http";

/** The shapes of `docs/api.md` about the way of a conversation through its process. */
export type Step = { element: string; at: string | null; decision: number | null };
export type Way = {
  process: string;
  version: number | null;
  ran: number | null;
  drawing: string | null;
  steps: Step[];
  decisions: Decision[];
};

export const fetchWay = (id: string) => get<Way>(`/api/v1/conversations/${encodeURIComponent(id)}/process`);

/** Without a drawing's id: as it is deployed now. */
export async function fetchModel(drawing: string | null): Promise<string> {
  const kept = drawing === null ? "" : `/${encodeURIComponent(drawing)}`;
  const answer = await fetch(`/api/v1/process-models/conversation${kept}`, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.text();
}
