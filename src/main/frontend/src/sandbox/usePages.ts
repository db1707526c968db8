import { useQuery } from "@tanstack/react-query";
import { fetchPages } from "../api/sandbox";
import type { FacebookPage } from "../api/sandboxTypes";
import { sandboxKeys } from "./cache";

const NONE: FacebookPage[] = [];

/** The Pages that the stand-in has, the settings' own first. */
export function usePages(): FacebookPage[] {
  return useQuery({ queryKey: sandboxKeys.pages, queryFn: fetchPages }).data ?? NONE;
}
