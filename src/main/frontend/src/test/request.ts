import { beforeEach, expect, vi } from "vitest";
import { setToken } from "./server";

/** Stands for the browser's request, whose progress and answer the test tells. */
export class Request {
  static made: Request[] = [];
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  readonly headers: Record<string, string> = {};
  status = 0;
  responseText = "";
  aborted = false;
  onload = () => {};
  onerror = () => {};
  open() {}
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send() {
    Request.made.push(this);
  }
  abort() {
    this.aborted = true;
  }
  answers(status: number, body: unknown) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload();
  }
}

/** Before each test of the file: none is made yet, and the server has given this token. */
export function serveRequests(token: string): void {
  beforeEach(() => {
    Request.made = [];
    vi.stubGlobal("XMLHttpRequest", Request);
    setToken(token);
  });
}

export const made = (n: number) => vi.waitFor(() => expect(Request.made).toHaveLength(n));
