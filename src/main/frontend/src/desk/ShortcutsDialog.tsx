import { Modal, Toggle } from "@carbon/react";
import type { ReactNode } from "react";
import { useI18n } from "../i18n/i18n";
import type { WordKey } from "../i18n/words";
import { type Settings, useSettings } from "../shell/settings";
import type { SingleKeys } from "./useShortcuts";

type NamedKey = Extract<WordKey, `key.${string}`>;
/** A key by its name, which differs between keyboards, or by its sign. */
type Key =
  | NamedKey
  | "Alt"
  | "Ctrl"
  | "↓"
  | "↑"
  | "1"
  | "2"
  | "3"
  | "4"
  | "c"
  | "e"
  | "j"
  | "k"
  | "n"
  | "r"
  | "t"
  | "u"
  | "/"
  | "?";
const isNamed = (key: Key): key is NamedKey => key.startsWith("key.");

type Row = { what: WordKey; keys: readonly (readonly Key[])[]; only?: Settings["sendBy"] };
const ROWS: readonly Row[] = [
  { what: "shortcuts.next", keys: [["j"], ["Alt", "↓"]] },
  { what: "shortcuts.previous", keys: [["k"], ["Alt", "↑"]] },
  { what: "shortcuts.mine", keys: [["Alt", "1"]] },
  { what: "shortcuts.queue", keys: [["Alt", "2"]] },
  { what: "shortcuts.teams", keys: [["Alt", "3"]] },
  { what: "shortcuts.finished", keys: [["Alt", "4"]] },
  { what: "shortcuts.unread", keys: [["u"]] },
  { what: "shortcuts.reply", keys: [["r"]] },
  { what: "shortcuts.claim", keys: [["c"]] },
  { what: "shortcuts.resolve", keys: [["e"]] },
  { what: "shortcuts.note", keys: [["n"]] },
  { what: "shortcuts.handOn", keys: [["t"]] },
  { what: "shortcuts.leave", keys: [["key.escape"]] },
  { what: "shortcuts.send", keys: [["key.enter"]], only: "enter" },
  { what: "shortcuts.newline", keys: [["key.shift", "key.enter"]], only: "enter" },
  { what: "shortcuts.send", keys: [["Ctrl", "key.enter"]], only: "ctrlEnter" },
  { what: "shortcuts.newline", keys: [["key.enter"]], only: "ctrlEnter" },
  { what: "shortcuts.canned", keys: [["/"]] },
  { what: "shortcuts.help", keys: [["?"]] },
];

/** What holds on every screen; bars, lists and dialogs are walked through by Tab and arrows as everywhere. */
const ROWS_ELSEWHERE: readonly Row[] = [
  { what: "shortcuts.through", keys: [["key.tab"]] },
  { what: "shortcuts.back", keys: [["key.escape"]] },
  { what: "shortcuts.help", keys: [["?"]] },
];

type ShortcutsDialogProps = { at: "desk" | "elsewhere"; onClose: () => void; single: SingleKeys };

export default function ShortcutsDialog({ at, onClose, single }: ShortcutsDialogProps) {
  const { t } = useI18n();
  const { sendBy } = useSettings();
  const combo = (keys: readonly Key[]): ReactNode =>
    keys.map((key) => <kbd key={key}>{isNamed(key) ? t(key) : key}</kbd>);
  return (
    <Modal
      open
      onRequestClose={onClose}
      passiveModal
      size="sm"
      selectorPrimaryFocus="#single-keys"
      modalHeading={t("shortcuts.title")}
      closeButtonLabel={t("app.close")}
      data-testid="shortcuts-dialog"
    >
      <Toggle
        id="single-keys"
        size="sm"
        labelText={t("shortcuts.single")}
        labelA={t("shortcuts.off")}
        labelB={t("shortcuts.on")}
        toggled={single.on}
        onToggle={single.set}
      />
      <dl className="shortcuts">
        {(at === "desk" ? ROWS : ROWS_ELSEWHERE)
          .filter(({ only }) => only === undefined || only === sendBy)
          .map(({ what, keys }) => (
            <div key={what} className="shortcuts__row">
              <dt>{t(what)}</dt>
              <dd>
                {keys.map((one, index) => (
                  <span key={one.join("+")}>
                    {index > 0 && <span className="shortcuts__or">{t("shortcuts.or")}</span>}
                    {combo(one)}
                  </span>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </Modal>
  );
}
