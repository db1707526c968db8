import { Modal, Toggle } from "@carbon/react";
import type { ReactNode } from "react";
import { useI18n } from "../i18n/i18n";
import type { WordKey } from "../i18n/words";
import type { SingleKeys } from "./useShortcuts";

type NamedKey = Extract<WordKey, `key.${string}`>;
/** A key by its name, which differs between keyboards, or by its sign. */
type Key = NamedKey | "Alt" | "↓" | "↑" | "1" | "2" | "3" | "j" | "k" | "n" | "r" | "t" | "?";
const isNamed = (key: Key): key is NamedKey => key.startsWith("key.");

const ROWS: readonly { what: WordKey; keys: readonly (readonly Key[])[] }[] = [
  { what: "shortcuts.next", keys: [["j"], ["Alt", "↓"]] },
  { what: "shortcuts.previous", keys: [["k"], ["Alt", "↑"]] },
  { what: "shortcuts.mine", keys: [["Alt", "1"]] },
  { what: "shortcuts.queue", keys: [["Alt", "2"]] },
  { what: "shortcuts.finished", keys: [["Alt", "3"]] },
  { what: "shortcuts.reply", keys: [["r"]] },
  { what: "shortcuts.note", keys: [["n"]] },
  { what: "shortcuts.handOn", keys: [["t"]] },
  { what: "shortcuts.leave", keys: [["key.escape"]] },
  { what: "shortcuts.send", keys: [["key.enter"]] },
  { what: "shortcuts.newline", keys: [["key.shift", "key.enter"]] },
  { what: "shortcuts.help", keys: [["?"]] },
];

type ShortcutsDialogProps = { open: boolean; onClose: () => void; single: SingleKeys };

export function ShortcutsDialog({ open, onClose, single }: ShortcutsDialogProps) {
  const { t } = useI18n();
  const combo = (keys: readonly Key[]): ReactNode =>
    keys.map((key) => <kbd key={key}>{isNamed(key) ? t(key) : key}</kbd>);
  return (
    <Modal
      open={open}
      onRequestClose={onClose}
      passiveModal
      size="sm"
      selectorPrimaryFocus="#single-keys"
      modalHeading={t("shortcuts.title")}
      closeButtonLabel={t("app.close")}
      data-testid="shortcuts-dialog"
    >
      <dl className="shortcuts">
        {ROWS.map(({ what, keys }) => (
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
      <Toggle
        id="single-keys"
        size="sm"
        labelText={t("shortcuts.single")}
        labelA={t("shortcuts.off")}
        labelB={t("shortcuts.on")}
        toggled={single.on}
        onToggle={single.set}
      />
    </Modal>
  );
}
