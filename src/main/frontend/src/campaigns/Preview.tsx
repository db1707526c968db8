import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { previewText } from "../api/campaigns";
import { useI18n } from "../i18n/i18n";
import { useSettled } from "../shell/useSettled";
import { useForm } from "./form";

/** How a text reads to a customer, as the server fills it. */
export function Preview({ text, language }: { text: string; language: string }) {
  const { t } = useI18n();
  const { draft } = useForm();
  const settled = useSettled(text);
  const blank = settled.trim() === "";
  const preview = useQuery({
    queryKey: ["preview", draft.id, language, settled],
    queryFn: () => previewText(draft.id, settled, language),
    enabled: !blank,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const unknown = blank ? [] : (preview.data?.unknown ?? []);
  return (
    <div className="preview">
      <p className="preview__label">{t("text.preview")}</p>
      {blank ? (
        <p className="preview__empty">{t("text.previewEmpty")}</p>
      ) : (
        <p className="preview__bubble" data-testid="preview" lang={language === "default" ? undefined : language}>
          {preview.data?.text ?? settled}
        </p>
      )}
      {unknown.length > 0 && (
        <p className="preview__unknown" role="alert">
          {t("text.unknown", { names: unknown.map((word) => `{{${word}}}`).join(", ") })}
        </p>
      )}
    </div>
  );
}
