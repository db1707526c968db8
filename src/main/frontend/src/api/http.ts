/** RFC 9457 problem, as the server answers every refusal. */
export type Problem = {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  /** Names a reason that there are words for. */
  code?: string;
  errors?: { field: string; message: string; code?: string }[];
};

/** A call the server answered with a refusal. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: Problem;
  readonly retryAfter: number | null;

  constructor(status: number, problem: Problem, retryAfter: number | null = null) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.name = "Refused";
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** Somebody else has changed what was read before. */
export const isChangedMeanwhile = (error: Error): boolean =>
  error instanceof Refused && error.status === 409 && error.problem.type?.endsWith("/changed-meanwhile") === true;

/** A call that got no answer: nobody knows whether the server saw it. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super("The server did not answer", { cause });
    this.name = "NoAnswer";
  }
}

const CSRF_COOKIE = "XSRF-TOKEN";
const CSRF_HEADER = "X-XSRF-TOKEN";
const ANSWER_WITHIN_MS = 20_000;

export function csrfToken(cookies: string = document.cookie): string | null {
  for (const pair of cookies.split("; ")) {
    const at = pair.indexOf("=");
    if (pair.slice(0, at) === CSRF_COOKIE) return decodeURIComponent(pair.slice(at + 1));
  }
  return null;
}

async function answer(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: "same-origin", signal: AbortSignal.timeout(ANSWER_WITHIN_MS), ...init });
  } catch (cause) {
    throw new NoAnswer(cause);
  }
}

async function refusal(response: Response): Promise<Refused> {
  const problem: Problem = await response.json().catch(() => ({}));
  const after = Number(response.headers.get("Retry-After"));
  return new Refused(response.status, problem, Number.isFinite(after) && after > 0 ? after : null);
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw await refusal(response);
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** Any call sets the token's cookie; this is the cheapest one that every visitor may make. */
const freshToken = () => answer("/api/v1/me", { headers: { Accept: "application/json" } });

export async function get<T>(path: string): Promise<T> {
  return read<T>(await answer(path, { headers: { Accept: "application/json" } }));
}

type Method = "POST" | "PUT" | "PATCH" | "DELETE";

/** Makes a change by whatever way; a token that went stale with the session is fetched anew and the call repeated once. */
export async function changed<A extends { status: number }>(
  call: (headers: Record<string, string>) => Promise<A>,
): Promise<A> {
  if (csrfToken() === null) await freshToken();
  const used = csrfToken();
  const answered = await call(changeHeaders());
  if (answered.status !== 403) return answered;
  await freshToken();
  return csrfToken() === used ? answered : call(changeHeaders());
}

function changeHeaders(): Record<string, string> {
  const token = csrfToken();
  return { Accept: "application/json", ...(token !== null && { [CSRF_HEADER]: token }) };
}

/** Sends a change. */
export async function change<T>(method: Method, path: string, body?: unknown): Promise<T> {
  return read<T>(await changed((headers) => send(method, path, body, headers)));
}

/** Sends a small change that is to arrive although the page is left meanwhile. */
export async function partingChange<T>(method: Method, path: string, body: unknown): Promise<T> {
  return read<T>(
    await changed((headers) =>
      answer(path, {
        method,
        headers: { ...headers, "Content-Type": "application/json" },
        body: JSON.stringify(body),
        keepalive: true,
      }),
    ),
  );
}

/** Sends a change to the sandbox, which has neither login nor token. */
export async function plainChange<T>(method: Method, path: string, body?: unknown): Promise<T> {
  return read<T>(await send(method, path, body));
}

function send(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = changeHeaders(),
): Promise<Response> {
  if (body === undefined) return answer(path, { method, headers });
  if (body instanceof URLSearchParams || body instanceof FormData) return answer(path, { method, headers, body });
  const typed = { ...headers, "Content-Type": "application/json" };
  return answer(path, { method, headers: typed, body: JSON.stringify(body) });
}
