import { lazy, type ReactNode, Suspense, useState } from "react";
import type { Me } from "../api/types";
import { useShortcuts } from "../desk/useShortcuts";
import { Header } from "./Header";
import { LineBanner } from "./LineBanner";
import { UnsentBanner } from "./UnsentBanner";
import { useLiveFeed } from "./useLiveFeed";

const ShortcutsDialog = lazy(() => import("../desk/ShortcutsDialog"));

/** A screen beside the desk: the bar above it, the live feed behind it. */
export function Workplace({ me, children }: { me: Me; children: ReactNode }) {
  const { line, announcement } = useLiveFeed(me);
  const [help, setHelp] = useState(false);
  const single = useShortcuts({ help: () => setHelp(true) });
  return (
    <div className="workplace">
      <Header me={me} onHelp={() => setHelp(true)} />
      <LineBanner state={line} />
      <UnsentBanner />
      <main className="workplace__main">{children}</main>
      <div className="visually-hidden" aria-live="polite">
        {announcement}
      </div>
      {help && (
        <Suspense fallback={null}>
          <ShortcutsDialog at="elsewhere" onClose={() => setHelp(false)} single={single} />
        </Suspense>
      )}
    </div>
  );
}
