import type { QueryClient } from "@tanstack/react-query";
import { logout } from "../api/desk";

const SIGNED_OUT = ["signed-out"];

export const wasSignedOut = (client: QueryClient) => client.getQueryData(SIGNED_OUT) === true;

/** Ends the session, then forgets everything that was on screen. */
export async function signOut(client: QueryClient): Promise<void> {
  await logout();
  client.clear();
  sessionStorage.clear();
}
