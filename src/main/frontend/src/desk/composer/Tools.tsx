import { CheckboxChecked, Attachment as Clip, FaceSatisfied, ListBoxes, TextShortParagraph } from "@carbon/icons-react";
import { IconButton } from "@carbon/react";
import { lazy, Suspense, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useI18n } from "../../i18n/i18n";
import type { Parcel } from "../../live/parcel";
import { EmojiPopover } from "./EmojiPopover";

const QuickReplyDialog = lazy(() => import("./QuickReplyDialog"));
const TemplateDialog = lazy(() => import("./TemplateDialog"));

export type Allowed = { files: boolean; extras: boolean };

type ToolsProps = {
  allowed: Allowed;
  parcel: Parcel;
  onChange: (changes: Partial<Parcel>) => void;
  onFiles: (files: File[]) => void;
  onEmoji: (emoji: string) => void;
  onCanned: () => void;
};

/** What can be put into an answer beside its text. */
export function Tools({ allowed, parcel, onChange, onFiles, onEmoji, onCanned }: ToolsProps) {
  const { t } = useI18n();
  const picker = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<"emoji" | "quick" | "template" | null>(null);
  const close = () => setOpen(null);

  const dialogs = (
    <Suspense fallback={null}>
      {open === "quick" && (
        <QuickReplyDialog
          replies={parcel.quickReplies}
          onDone={(quickReplies) => {
            onChange({ quickReplies });
            close();
          }}
          onClose={close}
        />
      )}
      {open === "template" && (
        <TemplateDialog
          template={parcel.template}
          onDone={(template) => {
            onChange({ template });
            close();
          }}
          onClose={close}
        />
      )}
    </Suspense>
  );

  return (
    <span className="tools">
      {allowed.files && (
        <>
          <input
            ref={picker}
            type="file"
            multiple
            className="visually-hidden"
            tabIndex={-1}
            aria-hidden="true"
            onChange={(event) => {
              onFiles(Array.from(event.target.files ?? []));
              event.target.value = "";
            }}
            data-testid="attach-input"
          />
          <IconButton
            kind="ghost"
            size="sm"
            align="top-left"
            label={t("composer.attach")}
            onClick={() => picker.current?.click()}
            data-testid="attach"
          >
            <Clip size={16} />
          </IconButton>
        </>
      )}
      <EmojiPopover
        label={t("composer.emoji")}
        icon={FaceSatisfied}
        size="sm"
        open={open === "emoji"}
        onOpen={(next) => setOpen(next ? "emoji" : null)}
        onChoose={(emoji) => {
          close();
          onEmoji(emoji);
        }}
        data-testid="emoji"
      />
      <IconButton
        kind="ghost"
        size="sm"
        align="top"
        label={t("canned.open")}
        onClick={onCanned}
        data-testid="canned-button"
      >
        <TextShortParagraph size={16} />
      </IconButton>
      {allowed.extras && (
        <>
          <IconButton
            kind="ghost"
            size="sm"
            align="top"
            label={t("composer.quickReplies")}
            onClick={() => setOpen("quick")}
            data-testid="quick-reply-button"
          >
            <CheckboxChecked size={16} />
          </IconButton>
          <IconButton
            kind="ghost"
            size="sm"
            align="top"
            label={t("composer.template")}
            onClick={() => setOpen("template")}
            data-testid="template-button"
          >
            <ListBoxes size={16} />
          </IconButton>
        </>
      )}
      {/* Outside the form, whose Enter sends the answer. */}
      {createPortal(dialogs, document.body)}
    </span>
  );
}
