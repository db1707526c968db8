/** A small value per key that outlives a reload of the page, but neither the tab nor the user. */
export type Stored<T> = {
  get: (key: string) => T;
  set: (key: string, value: T) => void;
  subscribe: (listener: () => void) => () => void;
};

const PREFIX = "pupitre.kept.";
const OWNER = `${PREFIX}owner`;
const forgetters: (() => void)[] = [];

/** Has something that is kept in memory only be forgotten as well. */
export function forgetToo(forget: () => void): void {
  forgetters.push(forget);
}

export function stored<T>(name: string, empty: T, revive: (value: T) => T = (value) => value): Stored<T> {
  const listeners = new Set<() => void>();
  const values = new Map<string, T>();
  const place = (key: string) => `${PREFIX}${name}.${key}`;
  const tell = () => {
    for (const listener of listeners) listener();
  };

  forgetToo(() => {
    values.clear();
    tell();
  });

  function load(key: string): T {
    const text = sessionStorage.getItem(place(key));
    if (text === null) return empty;
    try {
      return revive(JSON.parse(text) as T);
    } catch {
      return empty;
    }
  }

  function save(key: string, value: T) {
    try {
      if (value === empty) sessionStorage.removeItem(place(key));
      else sessionStorage.setItem(place(key), JSON.stringify(value));
    } catch {
      // A full storage costs the reload, not the text on screen.
    }
  }

  return {
    get(key) {
      let value = values.get(key);
      if (value === undefined) {
        value = load(key);
        values.set(key, value);
      }
      return value;
    },
    set(key, value) {
      values.set(key, value);
      save(key, value);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Leaves nothing that was written for whoever comes next. */
export function forgetStored(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
  for (const forget of forgetters) forget();
}

/** What one user left behind when the session ended is there for the same user only. */
export function keepStoredFor(user: string): void {
  const owner = sessionStorage.getItem(OWNER);
  if (owner !== null && owner !== user) forgetStored();
  sessionStorage.setItem(OWNER, user);
}
