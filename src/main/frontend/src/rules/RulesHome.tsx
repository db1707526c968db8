import { useEffect } from "react";
import type { Me } from "../api/types";
import { ProblemList } from "./ProblemList";
import { TableList } from "./TableList";
import { useStudio } from "./words";

/** The tables that decide, and which of their rows cannot be followed. */
export function RulesHome({ me }: { me: Me }) {
  const { t, w } = useStudio();
  useEffect(() => {
    document.title = `${t("rules.title")} – ${t("app.name")}`;
  }, [t]);
  return (
    <div className="pages">
      <header className="pages__head">
        <div className="pages__who">
          <h1 className="pages__title">{t("rules.title")}</h1>
          <p className="pages__lead">{w("home.lead")}</p>
        </div>
      </header>
      <TableList me={me} />
      <ProblemList me={me} />
    </div>
  );
}
