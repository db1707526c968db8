/** A small value per key that outlives the tab and the browser's crash, but not the user. */
export type Stored<T> = {
  get: (key: string) => T;
  /** Takes over what another tab has written, and may not have told of yet. */
  reread: (key: string) => void;
  set: (key: string, value: T) => void;
  /** All that is not empty; the same map until something changes. */
  all: () => ReadonlyMap<string, T>;
  subscribe: (listener: () => void) => () => void;
};

const PREFIX = "pupitre.kept.";
const OWNER = `${PREFIX}owner`;

/** What an earlier version kept in the tab is taken over, so that an upgrade loses no draft and leaves no text behind. */
function takeOverFromTheTab() {
  for (const key of Object.keys(sessionStorage).filter((one) => one.startsWith(PREFIX))) {
    const text = sessionStorage.getItem(key);
    const same = localStorage.getItem(OWNER) === null || localStorage.getItem(OWNER) === sessionStorage.getItem(OWNER);
    if (text !== null && key !== OWNER && same && localStorage.getItem(key) === null) localStorage.setItem(key, text);
    if (key !== OWNER) sessionStorage.removeItem(key);
  }
  const owner = sessionStorage.getItem(OWNER);
  if (owner !== null && localStorage.getItem(OWNER) === null) localStorage.setItem(OWNER, owner);
  sessionStorage.removeItem(OWNER);
}

takeOverFromTheTab();
const forgetters: (() => void)[] = [];

/** Has something that is kept in memory only be forgotten as well. */
export function forgetToo(forget: () => void): void {
  forgetters.push(forget);
}

export function stored<T>(name: string, empty: T, revive: (value: T) => T = (value) => value): Stored<T> {
  const listeners = new Set<() => void>();
  const values = new Map<string, T>();
  const unsaved = new Set<string>();
  const places = `${PREFIX}${name}.`;
  let whole: ReadonlyMap<string, T> | undefined;
  const tell = () => {
    whole = undefined;
    for (const listener of listeners) listener();
  };

  forgetToo(() => {
    values.clear();
    tell();
  });

  // What another tab of the same user writes: its own memory says how far it is, so there is nothing to revive.
  window.addEventListener("storage", ({ key, newValue }) => {
    if (key === null) values.clear();
    else if (key.startsWith(places)) values.set(key.slice(places.length), parse(newValue));
    else return;
    tell();
  });

  function parse(text: string | null, read: (value: T) => T = (value) => value): T {
    if (text === null) return empty;
    try {
      return read(JSON.parse(text) as T);
    } catch {
      return empty;
    }
  }

  function save(key: string, value: T) {
    try {
      if (value === empty) localStorage.removeItem(places + key);
      else localStorage.setItem(places + key, JSON.stringify(value));
      unsaved.delete(key);
    } catch {
      // A full storage costs the reload, not the text on screen.
      unsaved.add(key);
    }
  }

  function get(key: string): T {
    let value = values.get(key);
    if (value === undefined) {
      value = parse(localStorage.getItem(places + key), revive);
      values.set(key, value);
    }
    return value;
  }

  function all(): ReadonlyMap<string, T> {
    const kept = Object.keys(localStorage)
      .filter((place) => place.startsWith(places))
      .map((place) => place.slice(places.length));
    const found = [...new Set([...values.keys(), ...kept])].map((key): [string, T] => [key, get(key)]);
    return new Map(found.filter(([, value]) => value !== empty));
  }

  return {
    get,
    reread(key) {
      if (unsaved.has(key)) return;
      values.set(key, parse(localStorage.getItem(places + key)));
      tell();
    },
    set(key, value) {
      values.set(key, value);
      save(key, value);
      tell();
    },
    all() {
      whole ??= all();
      return whole;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Leaves nothing that was written for whoever comes next. */
export function forgetStored(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  }
  for (const forget of forgetters) forget();
}

/** What one user left behind when the session ended is there for the same user only. */
export function keepStoredFor(user: string): void {
  const owner = localStorage.getItem(OWNER);
  if (owner !== null && owner !== user) forgetStored();
  localStorage.setItem(OWNER, user);
}
