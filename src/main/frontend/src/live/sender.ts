import type { QueryClient } from "@tanstack/react-query";
import { postMessage } from "../api/desk";
import { Refused } from "../api/http";
import type { Outgoing } from "../api/types";
import { outbox, type Problem, type Unsent } from "./outbox";
import { keys } from "./queries";
import { addIfAbsent, type Transcript } from "./transcript";

const TRIES = 3;
const FIRST_PAUSE_MS = 800;
/** What was written longer ago may have lost its sense: it is offered, and does not go by itself. */
const GOES_BY_ITSELF_MS = 30 * 60_000;
const busy = new Set<string>();
/** How often the line came back: a try that began before may end after. */
let mended = 0;

/** `crypto.randomUUID` exists on secure origins only; a desk inside a company may be reached by plain HTTP. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Takes an answer over from the composer: from here on it is kept until the server has it. Behind one that failed it
 * waits with it, and says so.
 */
export function send(client: QueryClient, conversationId: string, outgoing: Outgoing): void {
  const problem = outbox.rows(conversationId)[0]?.problem ?? null;
  outbox.add(conversationId, { ...outgoing, key: newKey(), at: new Date().toISOString(), problem });
  void drain(client, conversationId);
}

export function sendAgain(client: QueryClient, conversationId: string): void {
  outbox.renew(conversationId);
  void drain(client, conversationId);
}

/** The line is back: what waited for it goes, whatever conversation the agent has open by then. */
export function sendAllAgain(client: QueryClient): void {
  mended++;
  for (const conversationId of outbox.all().keys()) sendWhatWaited(client, conversationId);
}

function sendWhatWaited(client: QueryClient, conversationId: string): void {
  const first = outbox.rows(conversationId)[0];
  if (first === undefined || Date.now() - Date.parse(first.at) > GOES_BY_ITSELF_MS) return;
  if (first.problem === null || first.problem.kind === "noAnswer") sendAgain(client, conversationId);
}

/** One at a time, so that the server sees a conversation's answers in the order they were written. */
async function drain(client: QueryClient, conversationId: string): Promise<void> {
  if (busy.has(conversationId)) return;
  busy.add(conversationId);
  const begun = mended;
  try {
    await alone(conversationId, () => sendOrFail(client, conversationId));
  } catch (error) {
    // The browser gives no turn.
    outbox.fail(conversationId, problemOf(error));
  } finally {
    busy.delete(conversationId);
  }
  if (mended !== begun) sendWhatWaited(client, conversationId);
}

/** Tabs share what is not sent: one at a time sends a conversation's, where the origin lets them agree on it. */
function alone(conversationId: string, work: () => Promise<void>): Promise<void> {
  return "locks" in navigator ? navigator.locks.request(`pupitre.unsent.${conversationId}`, work) : work();
}

/** Fails within the turn: the next tab must not send what stands behind an answer that has failed. */
async function sendOrFail(client: QueryClient, conversationId: string): Promise<void> {
  try {
    await sendAll(client, conversationId);
  } catch (error) {
    const problem = problemOf(error);
    outbox.reread(conversationId);
    outbox.fail(conversationId, problem);
    if (problem.kind === "policy") void client.invalidateQueries({ queryKey: keys.decisions(conversationId) });
  }
}

async function sendAll(client: QueryClient, conversationId: string): Promise<void> {
  // Another tab may have sent some of it while this one waited for its turn.
  outbox.reread(conversationId);
  for (let row = next(conversationId); row !== undefined; row = next(conversationId)) {
    const message = await post(conversationId, row);
    client.setQueryData<Transcript>(keys.transcript(conversationId), (known) => known && addIfAbsent(known, message));
    // Another tab may have added an answer meanwhile: what is written now must not be without it.
    outbox.reread(conversationId);
    outbox.remove(conversationId, row.key);
  }
}

function next(conversationId: string) {
  const first = outbox.rows(conversationId)[0];
  return first?.problem === null ? first : undefined;
}

async function post(conversationId: string, { key, at: _, problem: __, ...outgoing }: Unsent) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await postMessage(conversationId, outgoing, key);
    } catch (error) {
      const final = error instanceof Refused && error.status < 500;
      if (final || attempt === TRIES) throw error;
      await new Promise((resume) => setTimeout(resume, FIRST_PAUSE_MS * attempt));
    }
  }
}

function problemOf(error: unknown): Problem {
  // Whose session has ended logs in again, and it goes then.
  if (!(error instanceof Refused) || error.status >= 500 || error.status === 401) return { kind: "noAnswer" };
  const { type, code } = error.problem;
  const said = { detail: error.message, ...(code !== undefined && { code }) };
  if (type?.endsWith("messaging-policy")) return { kind: "policy", ...said };
  return error.status === 409 || error.status === 404 ? { kind: "conflict" } : { kind: "refused", ...said };
}
