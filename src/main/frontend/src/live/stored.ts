/** A small value per key that outlives a reload of the page, but not the tab. */
export type Stored<T> = {
  get: (key: string) => T;
  set: (key: string, value: T) => void;
  subscribe: (listener: () => void) => () => void;
};

export function stored<T>(prefix: string, empty: T, revive: (value: T) => T = (value) => value): Stored<T> {
  const listeners = new Set<() => void>();
  const values = new Map<string, T>();

  function load(key: string): T {
    const text = sessionStorage.getItem(prefix + key);
    if (text === null) return empty;
    try {
      return revive(JSON.parse(text) as T);
    } catch {
      return empty;
    }
  }

  function save(key: string, value: T) {
    try {
      if (value === empty) sessionStorage.removeItem(prefix + key);
      else sessionStorage.setItem(prefix + key, JSON.stringify(value));
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
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
