import { changed, NoAnswer, type Problem, Refused } from "./http";
import type { Attachment } from "./types";

/** The caller has called it off: nobody has to be told. */
export class Cancelled extends Error {
  constructor() {
    super("The upload was cancelled");
    this.name = "Cancelled";
  }
}

export type Upload = { done: Promise<Attachment>; cancel: () => void };

/** A large file may take long on a slow line; a line on which nothing moves is dead. */
const MOVES_WITHIN_MS = 30_000;

/** Sends one file; unlike `fetch`, this way tells how far it has come. */
export function upload(path: string, file: File, onProgress: (part: number) => void): Upload {
  const stop = new AbortController();
  const done = changed((headers) => attempt(path, file, headers, onProgress, stop.signal)).then((request) => {
    if (request.status === 201) return JSON.parse(request.responseText) as Attachment;
    throw new Refused(request.status, problemOf(request.responseText));
  });
  return { done, cancel: () => stop.abort() };
}

function attempt(
  path: string,
  file: File,
  headers: Record<string, string>,
  onProgress: (part: number) => void,
  stop: AbortSignal,
): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    if (stop.aborted) return reject(new Cancelled());
    const request = new XMLHttpRequest();
    let watch: ReturnType<typeof setTimeout>;
    const settle = (end: () => void) => () => {
      clearTimeout(watch);
      stop.removeEventListener("abort", cancel);
      end();
    };
    const unanswered = settle(() => reject(new NoAnswer("nothing moves")));
    const moves = () => {
      clearTimeout(watch);
      watch = setTimeout(() => {
        unanswered();
        request.abort();
      }, MOVES_WITHIN_MS);
    };
    const cancel = settle(() => {
      reject(new Cancelled());
      request.abort();
    });
    stop.addEventListener("abort", cancel);
    request.open("POST", path);
    request.responseType = "text";
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => {
      moves();
      onProgress(total === 0 ? 0 : loaded / total);
    };
    request.onload = settle(() => resolve(request));
    request.onerror = unanswered;
    const body = new FormData();
    body.append("file", file, file.name);
    moves();
    request.send(body);
  });
}

function problemOf(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}
