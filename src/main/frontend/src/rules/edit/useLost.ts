import type { TableName } from "../../api/ruleTables";
import { useToast } from "../../shell/Toasts";
import { useStudio } from "../words";
import { refusalWords, useDraftCalls } from "./useDraftCalls";
import type { Lost } from "./useSaving";

/** Tells whoever has left a draft what of it was not saved, until they keep it or let it go. */
export function useLost(table: TableName, basedOn: number) {
  const studio = useStudio();
  const { w } = studio;
  const toast = useToast();
  const { create } = useDraftCalls(table);
  return function tell({ dmn, state, refusal }: Lost) {
    const why =
      state === "conflict" || state === "gone" || refusal === null
        ? w(state === "gone" ? "saving.gone" : "saving.conflict")
        : w("saving.refused", { reason: refusalWords(refusal, studio) });
    toast("error", w("saving.lost"), why, {
      label: w("conflict.own"),
      run: () => void create.mutateAsync({ dmn, basedOn }).catch(() => tell({ dmn, state, refusal })),
    });
  };
}
