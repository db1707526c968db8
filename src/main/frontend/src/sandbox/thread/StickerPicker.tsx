import { ThumbsUpFilled } from "@carbon/icons-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useI18n } from "../../i18n/i18n";
import { STICKERS } from "./samples";

const PIXELS = { small: 20, medium: 32, large: 32 } as const;

type StickerPickerProps = { onChoose: (id: number) => void; onClose: () => void };

/** The stickers that every Messenger has. */
export function StickerPicker({ onChoose, onClose }: StickerPickerProps) {
  const { t } = useI18n();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  }

  return (
    <ul className="stickers" onKeyDown={onKeyDown}>
      {STICKERS.map(({ id, size, label }, index) => (
        <li key={id}>
          <button
            ref={index === 0 ? first : undefined}
            type="button"
            className={`stickers__one stickers__one--${size}`}
            onClick={() => onChoose(id)}
            aria-label={t(label)}
            data-testid="sandbox-sticker"
          >
            <ThumbsUpFilled size={PIXELS[size]} />
          </button>
        </li>
      ))}
    </ul>
  );
}
