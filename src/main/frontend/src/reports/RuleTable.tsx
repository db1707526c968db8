import { useQuery } from "@tanstack/react-query";
import type { Asked, Report } from "../api/reports";
import { useI18n } from "../i18n/i18n";
import { tablesQuery } from "../live/ruleTables";
import { tableWords } from "../rules/rowWords";
import { Section } from "./Section";
import { withSilentRows } from "./silentRows";

/** How often each row of each table decided. */
export function RuleTable({ report, asked }: { report: Report; asked: Asked }) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const number = new Intl.NumberFormat(formats.locale);
  const filtered = asked.campaign !== "" || asked.agent !== "" || asked.channel !== "";
  const rules = withSilentRows(report.rules, useQuery(tablesQuery).data ?? [], filtered);
  const most = mostByTable(rules);
  return (
    <Section
      title={t("reports.rules")}
      detail={t(filtered ? "reports.rulesDetailFiltered" : "reports.rulesDetail")}
      asked={asked}
      table="rules"
    >
      {rules.length === 0 ? (
        <p className="reports__empty">{t("reports.noRule")}</p>
      ) : (
        <table className="reports__table reports__table--narrow" data-testid="report-rules">
          <thead>
            <tr>
              <th scope="col">{t("reports.table")}</th>
              <th scope="col">{t("reports.version")}</th>
              <th scope="col">{t("reports.row")}</th>
              <th scope="col">{t("reports.fired")}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ table, version, row, count }) => (
              <tr key={`${table}:${version}:${row}`} data-count={count}>
                <th scope="row">{tableWords(table, i18n)}</th>
                <td>{version}</td>
                <td>{row}</td>
                <td>
                  <span className="reports__bar">
                    <span
                      className="reports__fill"
                      style={{ inlineSize: `${(100 * count) / (most.get(table) ?? 1)}%` }}
                    />
                  </span>
                  {number.format(count)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

/** One table counts messages and the others conversations, so that a row is compared with those of its table alone. */
function mostByTable(rules: Report["rules"]): Map<string, number> {
  const most = new Map<string, number>();
  for (const { table, count } of rules) {
    most.set(table, Math.max(count, most.get(table) ?? 1));
  }
  return most;
}
