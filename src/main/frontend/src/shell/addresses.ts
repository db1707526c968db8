/** Pictures come from this server only: the browser asks nobody else for anything. */
export const isOurs = (address: string | null): address is string =>
  address !== null && (/^\/(?!\/)/.test(address) || address.startsWith("data:image/"));

/** An address that may be followed by a click; anything else could run as code. */
export function outside(address: string | null): string | undefined {
  if (address === null) return undefined;
  try {
    const { protocol, href } = new URL(address);
    return protocol === "https:" || protocol === "http:" ? href : undefined;
  } catch {
    return undefined;
  }
}

/** The part of an address that tells a reader where it leads. */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, "");
}
