/** As the server limits them. */
export const MOST_REASONS = 20;
export const LONGEST_REASON = 40;

const same = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: "accent" }) === 0;

/** Why it cannot be added; null where it can. */
export function reasonFault(
  reasons: readonly string[],
  typed: string,
  wordsOf: (reason: string) => string,
): "none" | "there" | "full" | null {
  const reason = typed.trim();
  if (reason === "") return "none";
  if (reasons.some((one) => same(one, reason) || same(wordsOf(one), reason))) return "there";
  return reasons.length >= MOST_REASONS ? "full" : null;
}

/** What is stored of it: what Pupitre itself has words for in every language is kept by its name. */
export function storedReason(typed: string, known: readonly string[], wordsOf: (reason: string) => string): string {
  const reason = typed.trim();
  return known.find((one) => same(one, reason) || same(wordsOf(one), reason)) ?? reason;
}

/** The same with one of them a place further up or down; at the edge nothing moves. */
export function moved(reasons: readonly string[], from: number, by: -1 | 1): string[] {
  const to = from + by;
  const next = [...reasons];
  const [reason] = next.splice(from, 1);
  if (reason === undefined || to < 0 || to >= reasons.length) return [...reasons];
  next.splice(to, 0, reason);
  return next;
}
