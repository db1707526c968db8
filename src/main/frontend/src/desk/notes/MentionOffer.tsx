import { useI18n } from "../../i18n/i18n";
import { Avatar } from "../../shell/Avatar";
import type { useMentioning } from "./useMentioning";

/** The colleagues whom the letters behind an `@` may mean. */
export function MentionOffer({ mentioning }: { mentioning: ReturnType<typeof useMentioning> }) {
  const { t } = useI18n();
  const { offered, active, listId, optionId, choose } = mentioning;
  if (offered.length === 0) return null;
  return (
    <div className="mentioning" id={listId} role="listbox" aria-label={t("note.whom")}>
      {offered.map((colleague) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keyboard
        <div
          key={colleague.id}
          id={optionId(colleague)}
          role="option"
          tabIndex={-1}
          aria-selected={colleague === active}
          className={colleague === active ? "mentioning__one mentioning__one--active" : "mentioning__one"}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(colleague)}
          data-testid="mention-option"
        >
          <Avatar id={colleague.id} name={colleague.name} picture={null} />
          <span>{colleague.name}</span>
          <span className="mentioning__id">@{colleague.id}</span>
        </div>
      ))}
    </div>
  );
}
