import { LineChart, ScaleTypes, SimpleBarChart, StackedBarChart } from "@carbon/charts-react";
import type { Asked, Report } from "../api/reports";
import { useI18n } from "../i18n/i18n";
import { useTheme } from "../theme/theme";
import { Section } from "./Section";
import "@carbon/charts-react/styles.css";

const MINUTE = 60;

/** The days of the period side by side; loaded when a report is looked at. */
export default function Charts({ report, asked }: { report: Report; asked: Asked }) {
  const { t } = useI18n();
  const theme = useTheme().theme === "dark" ? "g100" : "white";
  const usual = { theme, toolbar: { enabled: false }, height: "18rem", animations: false } as const;
  // Noon, so that the browser's own zone does not make another day of it.
  const noon = (date: string) => `${date}T12:00:00`;
  const days = report.days.filter(({ figures }) => figures.opened > 0 || report.days.length <= 31);

  return (
    <>
      <Section title={t("reports.volume")} asked={asked} table="days">
        <StackedBarChart
          data={days.flatMap(({ date, figures }) => [
            { group: t("reports.answered"), date: noon(date), value: figures.answered },
            { group: t("reports.contained"), date: noon(date), value: figures.contained },
            { group: t("reports.abandoned"), date: noon(date), value: figures.abandoned },
            { group: t("reports.unanswered"), date: noon(date), value: figures.unanswered },
          ])}
          options={{
            ...usual,
            accessibility: { svgAriaLabel: t("reports.volume") },
            axes: {
              left: { mapsTo: "value", stacked: true },
              bottom: { mapsTo: "date", scaleType: ScaleTypes.TIME },
            },
          }}
        />
      </Section>
      <div className="reports__pair">
        <Section title={t("reports.firstResponseByDay")} asked={asked}>
          <LineChart
            data={days
              .filter(({ figures }) => figures.firstResponse.count > 0)
              .flatMap(({ date, figures }) => [
                { group: t("reports.p50"), date: noon(date), value: (figures.firstResponse.p50 ?? 0) / MINUTE },
                { group: t("reports.p90"), date: noon(date), value: (figures.firstResponse.p90 ?? 0) / MINUTE },
              ])}
            options={{
              ...usual,
              accessibility: { svgAriaLabel: t("reports.firstResponseByDay") },
              axes: {
                left: { mapsTo: "value", title: t("reports.minutes") },
                bottom: { mapsTo: "date", scaleType: ScaleTypes.TIME },
              },
            }}
          />
        </Section>
        <Section title={t("reports.scores")} asked={asked}>
          <SimpleBarChart
            data={report.total.scores.map((count, index) => ({ group: String(index + 1), value: count }))}
            options={{
              ...usual,
              accessibility: { svgAriaLabel: t("reports.scores") },
              legend: { enabled: false },
              axes: {
                left: { mapsTo: "value" },
                bottom: { mapsTo: "group", scaleType: ScaleTypes.LABELS },
              },
            }}
          />
        </Section>
      </div>
    </>
  );
}
