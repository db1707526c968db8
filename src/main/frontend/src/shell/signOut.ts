import type { QueryClient } from "@tanstack/react-query";
import { logout } from "../api/desk";
import { forgetStored } from "../live/stored";

/** Ends the session, then forgets everything that was on screen. */
export async function signOut(client: QueryClient): Promise<void> {
  const elsewhere = await logout();
  client.clear();
  forgetStored();
  if (elsewhere !== undefined) window.location.assign(elsewhere.location);
}
