import { AddAlt, Attachment, FaceSatisfied } from "@carbon/icons-react";
import { IconButton, OverflowMenu, OverflowMenuItem, Popover, PopoverContent } from "@carbon/react";
import { type ChangeEvent, useRef, useState } from "react";
import { useI18n } from "../../i18n/i18n";
import { LocationDialog } from "./LocationDialog";
import { StickerPicker } from "./StickerPicker";
import { SAMPLES } from "./samples";
import type { ThreadActs } from "./useThreadActs";

type AttachProps = { onFiles: (files: File[]) => void; acts: ThreadActs };

/** Everything that a customer can send beside text. */
export function Attach({ onFiles, acts }: AttachProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const [stickers, setStickers] = useState(false);
  const [placing, setPlacing] = useState(false);

  function take(event: ChangeEvent<HTMLInputElement>) {
    onFiles(Array.from(event.target.files ?? []));
    // The same file may be chosen again.
    event.target.value = "";
  }

  return (
    <span className="attach">
      <OverflowMenu
        aria-label={t("sandbox.more")}
        iconDescription={t("sandbox.more")}
        renderIcon={AddAlt}
        size="md"
        direction="top"
        menuOptionsClass="wide-menu"
        data-testid="sandbox-more"
      >
        <OverflowMenuItem
          itemText={t("sandbox.location")}
          onClick={() => setPlacing(true)}
          data-testid="sandbox-location"
        />
        {SAMPLES.map(({ type, label }, index) => (
          <OverflowMenuItem
            key={type}
            hasDivider={index === 0}
            itemText={t(label)}
            onClick={() => void acts.attach({ type })}
            data-testid={`sandbox-sample-${type}`}
          />
        ))}
      </OverflowMenu>
      <IconButton
        kind="ghost"
        size="md"
        align="top-start"
        label={t("sandbox.files")}
        onClick={() => input.current?.click()}
        data-testid="sandbox-attach"
      >
        <Attachment size={20} />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={take}
        aria-label={t("sandbox.files")}
        data-testid="sandbox-file"
      />
      <Popover open={stickers} align="top-start" autoAlign dropShadow onRequestClose={() => setStickers(false)}>
        <IconButton
          kind="ghost"
          size="md"
          align="top-start"
          label={t("sandbox.stickers")}
          aria-expanded={stickers}
          onClick={() => setStickers(!stickers)}
          data-testid="sandbox-stickers"
        >
          <FaceSatisfied size={20} />
        </IconButton>
        <PopoverContent>
          {stickers && (
            <StickerPicker
              onChoose={(stickerId) => {
                setStickers(false);
                void acts.attach({ type: "sticker", stickerId });
              }}
              onClose={() => setStickers(false)}
            />
          )}
        </PopoverContent>
      </Popover>
      {placing && <LocationDialog acts={acts} onClose={() => setPlacing(false)} />}
    </span>
  );
}
