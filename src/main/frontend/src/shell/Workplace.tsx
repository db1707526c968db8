import type { ReactNode } from "react";
import type { Me } from "../api/types";
import { Header } from "./Header";
import { LineBanner } from "./LineBanner";
import { useLiveFeed } from "./useLiveFeed";

/** A screen beside the desk: the bar above it, the live feed behind it. */
export function Workplace({ me, children }: { me: Me; children: ReactNode }) {
  const { line, announcement } = useLiveFeed(me.id);
  return (
    <div className="workplace">
      <Header me={me} />
      <LineBanner state={line} />
      <main className="workplace__main">{children}</main>
      <div className="visually-hidden" aria-live="polite">
        {announcement}
      </div>
    </div>
  );
}
