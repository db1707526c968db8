import { Modal, RadioButton, RadioButtonGroup } from "@carbon/react";
import { useI18n } from "../i18n/i18n";
import { LANGUAGES, type Language } from "../i18n/words";
import { type Theme, useTheme } from "../theme/theme";
import { changeSettings, type Settings, useSettings } from "./settings";
import "../styles/preferences.scss";

const THEMES: readonly (Theme | "system")[] = ["system", "light", "dark"];
const SEND_BY: readonly Settings["sendBy"][] = ["enter", "ctrlEnter"];

/** What somebody likes to have otherwise in this browser. */
export default function PreferencesDialog({ onClose }: { onClose: () => void }) {
  const { t, language, setLanguage } = useI18n();
  const { chosen, choose } = useTheme();
  const { sendBy } = useSettings();
  return (
    <Modal
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
      </div>
    </Modal>
  );
}
