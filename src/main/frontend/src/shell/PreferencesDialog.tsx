import { Modal, RadioButton, RadioButtonGroup, Toggle } from "@carbon/react";
import { useEffect, useRef, useState } from "react";
import { useI18n } from "../i18n/i18n";
import { LANGUAGES, type Language } from "../i18n/words";
import { type Theme, useTheme } from "../theme/theme";
import { chime, notificationPermission } from "./alerts";
import { changeSettings, type Settings, useSettings } from "./settings";
import "../styles/preferences.scss";

const THEMES: readonly (Theme | "system")[] = ["system", "light", "dark"];
const SEND_BY: readonly Settings["sendBy"][] = ["enter", "ctrlEnter"];

/** What somebody likes to have otherwise in this browser. */
export default function PreferencesDialog({ onClose }: { onClose: () => void }) {
  const { t, language, setLanguage } = useI18n();
  const { chosen, choose } = useTheme();
  const { sendBy, sound } = useSettings();
  const dialog = useRef<HTMLDivElement>(null);
  // The menu that it is opened from takes the focus back when it closes, which is after this opens.
  useEffect(() => {
    const timer = setTimeout(() => dialog.current?.querySelector<HTMLElement>("input:checked")?.focus());
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => key === "Escape" && onClose();
    document.addEventListener("keydown", leave);
    return () => document.removeEventListener("keydown", leave);
  }, [onClose]);
  return (
    <Modal
      ref={dialog}
      open
      passiveModal
      size="sm"
      modalHeading={t("preferences.title")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      data-testid="preferences-dialog"
    >
      <div className="preferences">
        <RadioButtonGroup
          name="language"
          legendText={t("preferences.language")}
          valueSelected={language}
          onChange={(value) => setLanguage(value as Language)}
        >
          {LANGUAGES.map((one) => (
            <RadioButton key={one} id={`language-${one}`} value={one} labelText={t(`preferences.language.${one}`)} />
          ))}
        </RadioButtonGroup>
        <RadioButtonGroup
          name="theme"
          legendText={t("preferences.theme")}
          valueSelected={chosen ?? "system"}
          onChange={(value) => choose(value === "system" ? null : (value as Theme))}
        >
          {THEMES.map((one) => (
            <RadioButton key={one} id={`theme-${one}`} value={one} labelText={t(`preferences.theme.${one}`)} />
          ))}
        </RadioButtonGroup>
        <RadioButtonGroup
          name="send-by"
          legendText={t("preferences.sendBy")}
          helperText={t(`preferences.sendBy.${sendBy}.newline`)}
          valueSelected={sendBy}
          onChange={(value) => changeSettings({ sendBy: value as Settings["sendBy"] })}
        >
          {SEND_BY.map((one) => (
            <RadioButton key={one} id={`send-by-${one}`} value={one} labelText={t(`preferences.sendBy.${one}`)} />
          ))}
        </RadioButtonGroup>
        <Toggle
          id="sound"
          size="sm"
          labelText={t("preferences.sound")}
          labelA={t("shortcuts.off")}
          labelB={t("shortcuts.on")}
          toggled={sound}
          onToggle={(on) => {
            changeSettings({ sound: on });
            if (on) chime();
          }}
        />
        <Notifications />
      </div>
    </Modal>
  );
}

/** The browser asks for its permission on the click that switches them on. */
function Notifications() {
  const { t } = useI18n();
  const { notifications } = useSettings();
  const [permission, setPermission] = useState(notificationPermission);
  const blocked = permission === "denied" || permission === "missing";

  async function change(on: boolean) {
    changeSettings({ notifications: on });
    if (on && permission === "default") setPermission(await Notification.requestPermission());
  }

  return (
    <div>
      <Toggle
        id="notifications"
        size="sm"
        labelText={t("preferences.notifications")}
        labelA={t("shortcuts.off")}
        labelB={t("shortcuts.on")}
        toggled={notifications && !blocked}
        disabled={blocked}
        onToggle={(on) => void change(on)}
      />
      {blocked && (
        <p className="preferences__hint" role="status">
          {t("preferences.notificationsBlocked")}
        </p>
      )}
    </div>
  );
}
