import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from "react";

const STORED = "pupitre.theme";
export type Theme = "light" | "dark";

const ZONE: Record<Theme, string> = { light: "cds--white", dark: "cds--g100" };

const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

function watchSystem(listener: () => void): () => void {
  systemDark.addEventListener("change", listener);
  return () => systemDark.removeEventListener("change", listener);
}

function storedTheme(): Theme | null {
  const stored = localStorage.getItem(STORED);
  return stored === "light" || stored === "dark" ? stored : null;
}

type Appearance = {
  theme: Theme;
  /** What the reader has chosen; null follows the system. */
  chosen: Theme | null;
  choose: (theme: Theme | null) => void;
  toggle: () => void;
};

const Context = createContext<Appearance>({ theme: "light", chosen: null, choose: () => {}, toggle: () => {} });

/** Follows the system until the reader chooses. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const system: Theme = useSyncExternalStore(watchSystem, () => systemDark.matches) ? "dark" : "light";
  const [chosen, setChosen] = useState(storedTheme);
  const theme = chosen ?? system;
  useEffect(() => {
    const { classList, dataset } = document.documentElement;
    classList.remove(...Object.values(ZONE));
    classList.add(ZONE[theme]);
    dataset.theme = theme;
  }, [theme]);
  const value = useMemo(() => {
    function choose(next: Theme | null) {
      if (next === null) localStorage.removeItem(STORED);
      else localStorage.setItem(STORED, next);
      setChosen(next);
    }
    return { theme, chosen, choose, toggle: () => choose(theme === "dark" ? "light" : "dark") };
  }, [theme, chosen]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const useTheme = () => useContext(Context);
