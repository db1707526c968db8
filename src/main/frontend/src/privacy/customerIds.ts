/** As the server takes them; nothing else may choose what is erased. */
const CUSTOMER = /^[A-Za-z0-9_-]{1,64}$/;
const MOST = 50;

/** The ids that were typed, each once, or null where the server would not take them. */
export function customerIds(typed: string): string[] | null {
  const ids = [...new Set(typed.split(/[\s,;]+/).filter((id) => id !== ""))];
  return ids.length <= MOST && ids.every((id) => CUSTOMER.test(id)) ? ids : null;
}
