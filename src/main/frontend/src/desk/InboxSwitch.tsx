import { List, TableSplit } from "@carbon/icons-react";
import { IconButton } from "@carbon/react";
import { useNavigate } from "react-router";
import { useI18n } from "../i18n/i18n";
import { changeSettings, useSettings } from "../shell/settings";

const VIEWS = [
  { inbox: "lists", icon: List, label: "inbox.lists" },
  { inbox: "table", icon: TableSplit, label: "inbox.table" },
] as const;

/** Lists beside the conversation, or a table of all; what was chosen last is remembered. */
export function InboxSwitch() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const { inbox } = useSettings();
  return (
    <div className="inbox-switch">
      <h2 className="inbox-switch__title">{t("inbox.title")}</h2>
      {VIEWS.map(({ inbox: view, icon: Icon, label }) => (
        <IconButton
          key={view}
          kind="ghost"
          size="sm"
          align="bottom-right"
          label={t(label)}
          isSelected={inbox === view}
          aria-pressed={inbox === view}
          onClick={() => {
            changeSettings({ inbox: view });
            // The table has no room beside a conversation.
            if (view === "table") void navigate("/desk");
          }}
          data-testid={`inbox-${view}`}
        >
          <Icon size={16} />
        </IconButton>
      ))}
    </div>
  );
}
