import { Close, Reply } from "@carbon/icons-react";
import { useI18n } from "../../i18n/i18n";
import { excerptOf } from "../content/excerpt";
import { useFinder } from "../content/Quote";
import { authorName } from "../customerName";

/** Which message the answer refers to. */
export function ReplyBar({ mid, onClear }: { mid: string; onClear: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const quoted = useFinder().byMid.get(mid);
  return (
    <div className="replybar" data-testid="reply-bar">
      <Reply size={16} />
      <span className="replybar__words">
        {quoted === undefined ? (
          t("mark.earlier")
        ) : (
          <>
            <strong>{t("composer.replyTo", { name: authorName(quoted.author, i18n) ?? t("author.SYSTEM") })}</strong>{" "}
            {excerptOf(quoted, i18n)}
          </>
        )}
      </span>
      <button
        type="button"
        className="enclosure__remove"
        onClick={onClear}
        aria-label={t("composer.noReplyTo")}
        title={t("composer.noReplyTo")}
      >
        <Close size={16} />
      </button>
    </div>
  );
}
