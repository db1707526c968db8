import { get } from "./http";

/** A text that is put into an answer by its shortcut, worded for one customer. */
export type Canned = { shortcut: string; title: string; text: string };

export const fetchCanned = (id: string) =>
  get<Canned[]>(`/api/v1/conversations/${encodeURIComponent(id)}/canned-responses`);
