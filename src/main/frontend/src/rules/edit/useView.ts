import { useSearchParams } from "react-router";

export const VIEWS = ["table", "week"] as const;
export type View = (typeof VIEWS)[number];

/** How a draft's rows are shown; the address knows it, so that another tab leads back to it. */
export function useView(hasWeek: boolean): [View, (view: View) => void] {
  const [search, setSearch] = useSearchParams();
  function show(view: View) {
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (view === "week") after.set("view", view);
        else after.delete("view");
        return after;
      },
      { replace: true },
    );
  }
  return [hasWeek && search.get("view") === "week" ? "week" : "table", show];
}
