import { useI18n } from "../i18n/i18n";

/** Stands while a screen's code is on its way; quiet at first, as it seldom takes long. */
export function Loading() {
  const { t } = useI18n();
  return (
    <div className="loading" role="status">
      <span className="loading__bar" />
      <span className="visually-hidden">{t("app.loading")}</span>
    </div>
  );
}
