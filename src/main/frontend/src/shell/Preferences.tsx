import { Asleep, Light } from "@carbon/icons-react";
import { useI18n } from "../i18n/i18n";
import { useTheme } from "../theme/theme";
import { BarButton } from "./BarButton";

/** Language and theme, on every screen. */
export function Preferences() {
  const { t, language, setLanguage } = useI18n();
  const { theme, toggle } = useTheme();
  return (
    <>
      <BarButton
        label={t("header.language")}
        onClick={() => setLanguage(language === "en" ? "fr" : "en")}
        data-testid="language-switch"
      >
        <span className="bar-button__code">{t("header.languageCode")}</span>
      </BarButton>
      <BarButton
        label={t(theme === "dark" ? "header.light" : "header.dark")}
        onClick={toggle}
        data-testid="theme-switch"
      >
        {theme === "dark" ? <Light size={20} /> : <Asleep size={20} />}
      </BarButton>
    </>
  );
}
