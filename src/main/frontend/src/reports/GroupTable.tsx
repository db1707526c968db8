import type { Asked, Group, ReportTable } from "../api/reports";
import { useI18n } from "../i18n/i18n";
import { Section } from "./Section";

type GroupTableProps = { title: string; table: ReportTable; asked: Asked; groups: Group[] };

/** Campaigns or agents side by side. */
export function GroupTable({ title, table, asked, groups }: GroupTableProps) {
  const { t, formats } = useI18n();
  const { locale } = formats;
  const number = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <Section title={title} asked={asked} table={table}>
      {groups.length === 0 ? (
        <p className="reports__empty">{t("reports.noGroup")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by the keyboard
        <section className="reports__scroll" tabIndex={0} aria-label={title}>
          <table className="reports__table" data-testid={`report-${table}`}>
            <thead>
              <tr>
                <th scope="col">{t("reports.name")}</th>
                <th scope="col">{t("reports.opened")}</th>
                <th scope="col">{t("reports.serviceLevel")}</th>
                <th scope="col">{t("reports.waitingP90")}</th>
                <th scope="col">{t("reports.firstResponseP50")}</th>
                <th scope="col">{t("reports.firstResponseP90")}</th>
                <th scope="col">{t("reports.handlingAverage")}</th>
                <th scope="col">{t("reports.abandonment")}</th>
                <th scope="col">{t("reports.score")}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map(({ id, name, figures }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{number.format(figures.opened)}</td>
                  <td>{formats.share(figures.inTime, figures.due) ?? "–"}</td>
                  <td>{formats.took(figures.waiting.p90)}</td>
                  <td>{formats.took(figures.firstResponse.p50)}</td>
                  <td>{formats.took(figures.firstResponse.p90)}</td>
                  <td>{formats.took(figures.handling.average)}</td>
                  <td>{formats.share(figures.abandoned, figures.opened) ?? "–"}</td>
                  <td>{figures.score === null ? "–" : decimal.format(figures.score)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}
