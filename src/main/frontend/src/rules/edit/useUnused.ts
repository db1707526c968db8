import { useState } from "react";
import { type DmnRow, isAny } from "../studio/dmn";

/** The inputs that no row has used since the draft was opened: what is emptied meanwhile stays where one is. */
export function useUnused(rows: readonly DmnRow[] | null, inputs: number): readonly number[] {
  const [used, setUsed] = useState<ReadonlySet<number>>(new Set());
  const all = Array.from({ length: inputs }, (_, at) => at);
  const now = all.filter((at) => rows?.some((row) => !isAny((row.cells[at] ?? "").trim())));
  if (now.some((at) => !used.has(at))) setUsed(new Set([...used, ...now]));
  // Where rows are about nothing yet, one has to begin somewhere.
  return used.size === 0 && now.length === 0 ? [] : all.filter((at) => !used.has(at) && !now.includes(at));
}
