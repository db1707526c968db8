import { useEffect } from "react";

/** Puts the number of unanswered messages before the title, whichever screen gives that. */
export function useUnreadInTitle(unread: number): void {
  useEffect(() => {
    function show() {
      const plain = document.title.replace(/^\(\d+\) /, "");
      const counted = unread > 0 ? `(${unread}) ${plain}` : plain;
      if (document.title !== counted) document.title = counted;
    }
    show();
    const watch = new MutationObserver(show);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [unread]);
}
