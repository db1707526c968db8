import type { Asked, Report } from "../api/reports";
import { useI18n } from "../i18n/i18n";
import { Section } from "./Section";

/** Which ads and links brought customers, and how it went on. */
export function SourceTable({ report, asked }: { report: Report; asked: Asked }) {
  const { t, formats } = useI18n();
  const number = new Intl.NumberFormat(formats.locale);
  return (
    <Section title={t("reports.sources")} asked={asked} table="sources">
      {report.sources.length === 0 ? (
        <p className="reports__empty">{t("reports.noSource")}</p>
      ) : (
        <table className="reports__table reports__table--narrow" data-testid="report-sources">
          <thead>
            <tr>
              <th scope="col">{t("reports.source")}</th>
              <th scope="col">{t("reports.opened")}</th>
              <th scope="col">{t("reports.answered")}</th>
              <th scope="col">{t("reports.abandoned")}</th>
            </tr>
          </thead>
          <tbody>
            {report.sources.map(({ kind, ref, figures }) => (
              <tr key={`${kind}:${ref}`}>
                <th scope="row">{ref === "" ? t("reports.otherLinks") : `${t(`reports.source.${kind}`)} ${ref}`}</th>
                <td>{number.format(figures.opened)}</td>
                <td>{number.format(figures.answered)}</td>
                <td>{number.format(figures.abandoned)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
