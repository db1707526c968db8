import { useState } from "react";

/** Keys for rows that hold nothing which stays the same, so that what is shown in one never moves to another. */
export function useRowKeys(count: number) {
  const [{ keys, next }, setRows] = useState(() => ({
    keys: Array.from({ length: count }, (_, at) => at),
    next: count,
  }));
  return {
    keyOf: (index: number) => keys[index] ?? `row-${index}`,
    added: () => setRows({ keys: [...keys, next], next: next + 1 }),
    removed: (index: number) => setRows({ keys: keys.filter((_, at) => at !== index), next }),
  };
}
