import { useEffect, useState } from "react";
import { useNavigate } from "react-router";

/** Asks before a link leads away from unsaved changes; the browser itself asks before its window closes. */
export function useLeaveGuard(dirty: boolean, stays: (path: string) => boolean) {
  const navigate = useNavigate();
  const [target, setTarget] = useState<string | null>(null);

  useEffect(() => {
    if (!dirty) return;
    function onClick(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || event.metaKey || event.ctrlKey) return;
      const to = new URL(link.href);
      if (to.origin !== window.location.origin || stays(to.pathname)) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(to.pathname + to.search);
    }
    function onUnload(event: BeforeUnloadEvent) {
      event.preventDefault();
    }
    document.addEventListener("click", onClick, true);
    window.addEventListener("beforeunload", onUnload);
    return () => {
      document.removeEventListener("click", onClick, true);
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [dirty, stays]);

  return {
    asking: target !== null,
    stay: () => setTarget(null),
    leave() {
      if (target !== null) void navigate(target);
      setTarget(null);
    },
  };
}
