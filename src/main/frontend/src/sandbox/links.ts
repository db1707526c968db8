const FILES = "/sandbox/cdn/";

/**
 * The address of a file of the stand-in as seen from this page, whatever name of this machine stands in the link;
 * null where it is elsewhere, as this page loads nothing from other sites.
 */
export function shownHere(url: string | null): string | null {
  if (url === null) return null;
  const address = URL.parse(url, window.location.href);
  if (address === null) return null;
  const here = address.origin === window.location.origin || address.pathname.startsWith(FILES);
  return here ? address.pathname + address.search : null;
}

/** Addresses that may be opened by a click. */
export const opensSafely = (url: string | null): url is string =>
  url !== null && /^https?:$/.test(URL.parse(url)?.protocol ?? "");
