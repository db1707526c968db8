import { IconButton, Popover, PopoverContent } from "@carbon/react";
import { type ComponentType, type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import { useI18n } from "../../i18n/i18n";

const EmojiPanel = lazy(() => import("./EmojiPanel"));

type EmojiPopoverProps = {
  label: string;
  icon: ComponentType<{ size: number }>;
  size: "sm" | "md";
  /** Offered at once; the whole lot only on demand. */
  often?: readonly string[];
  open: boolean;
  onOpen: (open: boolean) => void;
  onChoose: (emoji: string) => void;
  "data-testid"?: string;
};

/** A button that opens a choice of emoji. */
export function EmojiPopover({ label, icon: Icon, size, often, open, onOpen, onChoose, ...rest }: EmojiPopoverProps) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const few = often !== undefined && !all;

  useEffect(() => {
    if (!open) setAll(false);
  }, [open]);
  useEffect(() => {
    if (open && few) place.current?.querySelector<HTMLButtonElement>(".often__sign")?.focus();
  }, [open, few]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    onOpen(false);
    place.current?.querySelector<HTMLButtonElement>("button")?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Escape from what is inside
    <span ref={place} onKeyDown={onKeyDown}>
      <Popover open={open} align="top" autoAlign dropShadow caret={false} onRequestClose={() => onOpen(false)}>
        <IconButton
          kind="ghost"
          size={size}
          align="top"
          label={label}
          aria-expanded={open}
          onClick={() => onOpen(!open)}
          {...rest}
        >
          <Icon size={size === "sm" ? 16 : 20} />
        </IconButton>
        <PopoverContent className="emoji">
          {open && few && (
            <span className="often">
              {often.map((emoji) => (
                <button
                  key={emoji}
                  type="button"
                  className="often__sign"
                  onClick={() => onChoose(emoji)}
                  aria-label={t("act.reactWith", { emoji })}
                >
                  {emoji}
                </button>
              ))}
              <button
                type="button"
                className="often__more"
                onClick={() => setAll(true)}
                aria-label={t("act.moreEmoji")}
              >
                +
              </button>
            </span>
          )}
          {open && !few && (
            <Suspense fallback={<p className="emoji__wait">{t("composer.emojiLoading")}</p>}>
              <EmojiPanel onChoose={onChoose} />
            </Suspense>
          )}
        </PopoverContent>
      </Popover>
    </span>
  );
}
