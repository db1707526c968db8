/** How the line to the server is: `down` only once a reader should know. */
export type LineState = "up" | "down";

type FeedOptions = {
  url: string;
  events: readonly string[];
  /** Whether the server tells a browser that comes back what it missed. */
  resumes: boolean;
  onEvent: (name: string, data: unknown) => void;
  /** The line is back, and what happened meanwhile may be missing. */
  onGap: () => void;
  onState: (state: LineState) => void;
  /** Something came, at the latest a beat: now and then the server wants to know that this browser is there. */
  onHeard?: () => void;
  /** After how long without a word the line counts as dead, where the server has words at least for a beat. */
  silentAfter?: number;
  /** Asked before a new try after a refusal; false ends the feed, as when the session is over. */
  mayRetry?: () => Promise<boolean>;
};

/** Lines end now and then by design, and come back at once. */
const TELL_AFTER_MS = 4_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
/** Answered by what comes, not by a timer: those of a tab in the background are held back. */
const ANSWER_EVERY_MS = 10_000;
const BEAT = "beat";

/** One line of server-sent events that comes back by itself. Returns how to end it. */
export function openFeed({
  url,
  events,
  resumes,
  onEvent,
  onGap,
  onState,
  onHeard,
  silentAfter,
  mayRetry,
}: FeedOptions): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let tell: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let delay = FIRST_RETRY_MS;
  let gap = false;
  let ended = false;
  let answeredAt = Number.NEGATIVE_INFINITY;

  /** A line can die without a sign: nothing comes any more, and the browser takes it for open. */
  function listen() {
    clearTimeout(silence);
    if (silentAfter !== undefined) silence = setTimeout(giveUp, silentAfter);
  }

  function giveUp() {
    onState("down");
    void again();
  }

  function heard() {
    listen();
    const now = Date.now();
    if (now - answeredAt < ANSWER_EVERY_MS) return;
    answeredAt = now;
    onHeard?.();
  }

  function connect() {
    clearTimeout(retry);
    listen();
    source = new EventSource(url);
    source.onopen = () => {
      listen();
      delay = FIRST_RETRY_MS;
      clearTimeout(tell);
      tell = undefined;
      onState("up");
      if (gap) onGap();
      gap = false;
    };
    source.onerror = () => {
      if (!resumes) gap = true;
      tell ??= setTimeout(() => onState("down"), TELL_AFTER_MS);
      // After a broken line the browser comes back by itself and resumes; after a refusal it gives up.
      if (source?.readyState === EventSource.CLOSED) void again();
    };
    for (const name of events) {
      source.addEventListener(name, (event) => {
        heard();
        onEvent(name, JSON.parse((event as MessageEvent<string>).data));
      });
    }
    source.addEventListener(BEAT, heard);
  }

  async function again() {
    clearTimeout(silence);
    const given = source;
    given?.close();
    gap = true;
    if (mayRetry !== undefined && !(await mayRetry())) return;
    // Meanwhile the network may have come back, and with it another line.
    if (ended || source !== given) return;
    clearTimeout(retry);
    retry = setTimeout(connect, delay * (0.75 + Math.random() / 2));
    delay = Math.min(delay * 2, LAST_RETRY_MS);
  }

  function wakeUp() {
    if (retry === undefined || source?.readyState !== EventSource.CLOSED) return;
    delay = FIRST_RETRY_MS;
    connect();
  }

  /** A page that is kept for "back" would keep its line, too, of the few a browser has to a host. */
  function leave() {
    clearTimeout(retry);
    clearTimeout(silence);
    source?.close();
    gap = true;
  }

  function comeBack({ persisted }: PageTransitionEvent) {
    if (!persisted) return;
    delay = FIRST_RETRY_MS;
    connect();
  }

  connect();
  window.addEventListener("online", wakeUp);
  window.addEventListener("offline", giveUp);
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", comeBack);
  return () => {
    ended = true;
    window.removeEventListener("online", wakeUp);
    window.removeEventListener("offline", giveUp);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", comeBack);
    clearTimeout(retry);
    clearTimeout(tell);
    clearTimeout(silence);
    source?.close();
  };
}
