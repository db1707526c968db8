import { useSyncExternalStore } from "react";
import { uploadsOf } from "../api/desk";
import { Refused } from "../api/http";
import { MAX_ATTACHMENTS, MAX_FILE_BYTES } from "../api/types";
import { Cancelled, upload } from "../api/upload";
import { changeParcel, parcels } from "./parcel";

export type UploadProblem =
  | { kind: "tooBig" | "empty" | "tooMany" | "noAnswer" }
  | { kind: "refused"; detail: string; code: string | undefined };

/** A file on its way to the server, or one that did not get there. */
export type Uploading = { key: number; file: File; part: number; problem: UploadProblem | null };

const NOTHING: Uploading[] = [];
const rows = new Map<string, Uploading[]>();
const cancels = new Map<number, () => void>();
const listeners = new Set<() => void>();
let lastKey = 0;

const get = (conversationId: string) => rows.get(conversationId) ?? NOTHING;

function set(conversationId: string, next: Uploading[]) {
  if (next.length === 0) rows.delete(conversationId);
  else rows.set(conversationId, next);
  for (const listener of listeners) listener();
}

function change(conversationId: string, key: number, changes: Partial<Uploading>) {
  set(
    conversationId,
    get(conversationId).map((row) => (row.key === key ? { ...row, ...changes } : row)),
  );
}

function refusalOf(conversationId: string, file: File): UploadProblem | null {
  const going = get(conversationId).filter((row) => row.problem === null).length;
  if (parcels.get(conversationId).attachments.length + going >= MAX_ATTACHMENTS) return { kind: "tooMany" };
  if (file.size > MAX_FILE_BYTES) return { kind: "tooBig" };
  return file.size === 0 ? { kind: "empty" } : null;
}

function problemOf(error: unknown): UploadProblem {
  if (!(error instanceof Refused) || error.status >= 500) return { kind: "noAnswer" };
  if (error.status === 413) return { kind: "tooBig" };
  const { code, errors } = error.problem;
  return { kind: "refused", detail: error.message, code: code ?? errors?.[0]?.code };
}

async function begin(conversationId: string, key: number, file: File): Promise<void> {
  const going = upload(uploadsOf(conversationId), file, (part) => change(conversationId, key, { part }));
  cancels.set(key, going.cancel);
  try {
    const attachment = await going.done;
    changeParcel(conversationId, { attachments: [...parcels.get(conversationId).attachments, attachment] });
    uploads.remove(conversationId, key);
  } catch (error) {
    if (!(error instanceof Cancelled)) change(conversationId, key, { problem: problemOf(error) });
  } finally {
    cancels.delete(key);
  }
}

/** The files that are being attached, per conversation; they go on while another conversation is open. */
export const uploads = {
  get,
  add(conversationId: string, files: Iterable<File>) {
    for (const file of files) {
      const row = { key: ++lastKey, file, part: 0, problem: refusalOf(conversationId, file) };
      set(conversationId, [...get(conversationId), row]);
      if (row.problem === null) void begin(conversationId, row.key, file);
    }
  },
  retry(conversationId: string, row: Uploading) {
    change(conversationId, row.key, { problem: null, part: 0 });
    void begin(conversationId, row.key, row.file);
  },
  remove(conversationId: string, key: number) {
    cancels.get(key)?.();
    set(
      conversationId,
      get(conversationId).filter((row) => row.key !== key),
    );
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export const useUploads = (conversationId: string) =>
  useSyncExternalStore(uploads.subscribe, () => get(conversationId));
