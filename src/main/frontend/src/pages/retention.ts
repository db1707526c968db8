const MAX_DAYS = 3650;

/** The days that were typed; null keeps for ever. */
export function retentionOf(typed: string): number | null | "bad" {
  const text = typed.trim();
  if (text === "") return null;
  const days = Number(text);
  return /^\d+$/.test(text) && days >= 1 && days <= MAX_DAYS ? days : "bad";
}
