import type { Reaction } from "../../api/types";
import { useI18n } from "../../i18n/i18n";

const SIGNS: Record<string, string> = {
  smile: "😆",
  angry: "😠",
  sad: "😢",
  wow: "😮",
  love: "❤️",
  like: "👍",
  dislike: "👎",
};

/** Facebook tells a reaction by its sign, by its name, or by both. */
export const signOf = ({ emoji, name }: Reaction) => emoji ?? SIGNS[name ?? ""] ?? "🙂";

type ReactionsProps = { reactions: readonly Reaction[]; onTakeBack?: (() => void) | undefined };

/** The signs on a message; one's own may be taken back by a click. */
export function Reactions({ reactions, onTakeBack }: ReactionsProps) {
  const { t } = useI18n();
  if (reactions.length === 0) return null;
  return (
    <span className="reactions" data-testid="reactions">
      {reactions.map((reaction) => {
        const emoji = signOf(reaction);
        if (reaction.by === "AGENT" && onTakeBack !== undefined) {
          const words = t("act.unreact", { emoji });
          return (
            <button key="agent" type="button" className="reaction reaction--own" onClick={onTakeBack} title={words}>
              <span aria-hidden="true">{emoji}</span>
              <span className="visually-hidden">{words}</span>
            </button>
          );
        }
        const words = t(reaction.by === "AGENT" ? "mark.reactedAgent" : "mark.reactedCustomer", { emoji });
        return (
          <span key={reaction.by + emoji} className="reaction" title={words} role="img" aria-label={words}>
            {emoji}
          </span>
        );
      })}
    </span>
  );
}
