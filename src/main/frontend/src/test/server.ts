import { vi } from "vitest";

export type Call = { method: string; path: string; headers: Headers; body: string };
type Answer = Response | Promise<Response>;

export const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
export const problem = (status: number, detail: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ title: "Refused", status, detail }), { status, headers });
export const nothing = () => new Response(null, { status: 204 });
export const noAnswer = () => Promise.reject(new TypeError("Failed to fetch"));

/** Stands for the server: answers every call and keeps a record of them. */
export function serve(answer: (call: Call) => Answer): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit = {}) => {
    const call: Call = {
      method: init.method ?? "GET",
      path,
      headers: new Headers(init.headers),
      body: init.body === undefined || init.body === null ? "" : String(init.body),
    };
    calls.push(call);
    return answer(call);
  });
  return calls;
}

export function setToken(value: string | null): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the server sets this cookie in real life
  document.cookie = value === null ? "XSRF-TOKEN=; Max-Age=0; Path=/" : `XSRF-TOKEN=${value}; Path=/`;
}
