import { Close, Menu } from "@carbon/icons-react";
import { type FocusEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useI18n } from "../i18n/i18n";
import { BarButton } from "./BarButton";

/** The screens as they are, or behind a button where the bar is too narrow for them; the style sheet knows which. */
export function ScreensMenu({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  const list = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);

  // What is tapped beside it need not take the focus, and so nothing is left.
  useEffect(() => {
    if (!open) return;
    const beside = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && menu.current?.contains(target))) setOpen(false);
    };
    document.addEventListener("pointerdown", beside);
    return () => document.removeEventListener("pointerdown", beside);
  }, [open]);

  function left({ relatedTarget }: FocusEvent) {
    if (!menu.current?.contains(relatedTarget)) close();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears when its menu is left
    <div
      ref={menu}
      className="screens-menu"
      data-open={open}
      onBlur={left}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.stopPropagation();
        close();
        menu.current?.querySelector("button")?.focus();
      }}
    >
      <BarButton
        label={t("nav.label")}
        onClick={() => setOpen(!open)}
        aria-expanded={open}
        aria-controls={list}
        data-testid="nav-menu"
      >
        {open ? <Close size={20} /> : <Menu size={20} />}
        <span className="screens-menu__mark" aria-hidden="true" />
      </BarButton>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is clicked in it are links */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: what is clicked in it are links */}
      <div id={list} className="screens-menu__list" onClick={close}>
        {children}
      </div>
    </div>
  );
}
