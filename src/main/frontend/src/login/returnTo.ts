/** There the roles decide. */
const DEFAULT = "/";

/** Where to go after the login: a place of ours, never another site. */
export function returnTo(search: string): string {
  const wished = new URLSearchParams(search).get("from");
  if (wished === null || !wished.startsWith("/") || wished.startsWith("//") || wished.includes("\\")) return DEFAULT;
  return wished.startsWith("/login") ? DEFAULT : wished;
}

export const loginPath = (from: string, ended: boolean) =>
  `/login?${new URLSearchParams({ from, ...(ended && { ended: "1" }) })}`;
