import { EmojiPicker } from "frimousse";
import { useI18n } from "../../i18n/i18n";
import { emojiData } from "./emojiData";

/** All emoji by group, and a search by their names in the reader's language. */
export default function EmojiPanel({ onChoose }: { onChoose: (emoji: string) => void }) {
  const { t, language } = useI18n();
  return (
    <EmojiPicker.Root
      className="emoji__panel"
      locale={language}
      columns={8}
      resolveEmojiData={emojiData}
      onEmojiSelect={({ emoji }) => onChoose(emoji)}
    >
      {/* Stands in the answer's form, and is none of its fields: Enter here must not send the answer. */}
      <EmojiPicker.Search className="emoji__search" form="none" placeholder={t("composer.emojiSearch")} autoFocus />
      <EmojiPicker.Viewport className="emoji__view" tabIndex={0}>
        <EmojiPicker.Loading className="emoji__wait">{t("composer.emojiLoading")}</EmojiPicker.Loading>
        <EmojiPicker.Empty className="emoji__wait">{t("composer.emojiNone")}</EmojiPicker.Empty>
        {/* ARIA counts from 1, the library from 0. By the rows' numbers it finds what to scroll to, so these stay. */}
        <EmojiPicker.List
          className="emoji__list"
          components={{
            CategoryHeader: ({ category, ...props }) => (
              <div className="emoji__group" {...props}>
                {category.label}
              </div>
            ),
            Row: ({ children, "aria-rowindex": row, ...props }) => (
              // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role "row" comes with the library's props.
              <div className="emoji__row" {...props} aria-rowindex={row === 0 ? undefined : row}>
                {children}
              </div>
            ),
            Emoji: ({ emoji, "aria-colindex": column = 0, ...props }) => (
              // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role "gridcell" comes with the library's props.
              <button type="button" className="emoji__sign" title={emoji.label} {...props} aria-colindex={column + 1}>
                {emoji.emoji}
              </button>
            ),
          }}
        />
      </EmojiPicker.Viewport>
    </EmojiPicker.Root>
  );
}
