import { useI18n } from "../i18n/i18n";

/** In what words were looked for: not everything there ever was, where nobody gave a date. */
export function SearchedSince({ from }: { from: string | null | undefined }) {
  const { t, formats } = useI18n();
  if (from == null) return null;
  return (
    <p className="searched" role="status" data-testid="searched-since">
      {t("search.since", { when: formats.date(from) })}
    </p>
  );
}
