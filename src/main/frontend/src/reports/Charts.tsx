import { LineChart, ScaleTypes, SimpleBarChart, StackedBarChart, TickRotations } from "@carbon/charts-react";
import type { Asked, Report } from "../api/reports";
import { useI18n } from "../i18n/i18n";
import { useTheme } from "../theme/theme";
import { Section } from "./Section";
import "@carbon/charts-react/styles.css";

const MINUTE = 60;
const A_MONTH = 31;

/** The days of the period side by side; loaded when a report is looked at. */
export default function Charts({ report, asked }: { report: Report; asked: Asked }) {
  const { t, formats } = useI18n();
  const theme = useTheme().theme === "dark" ? "g100" : "white";
  const usual = {
    theme,
    toolbar: { enabled: false },
    height: "18rem",
    animations: false,
    legend: { truncation: { type: "none" } },
    locale: {
      code: formats.locale,
      translations: { group: t("reports.group"), total: t("reports.total") },
    },
  } as const;
  const one = theme === "g100" ? "#4589ff" : "#0f62fe";
  // Noon, so that the browser's own zone does not make another day of it.
  const noon = (date: string) => `${date}T12:00:00`;
  const days = report.days.filter(({ figures }) => figures.opened > 0 || report.days.length <= A_MONTH);

  // By months, the space beside the first and the last would be one, too.
  const timeScale = { addSpaceOnEdges: days.length > A_MONTH ? 0 : 1 };

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
            timeScale,
            accessibility: { svgAriaLabel: t("reports.volume") },
            axes: {
              left: { mapsTo: "value", stacked: true, title: t("reports.opened") },
              bottom: { mapsTo: "date", scaleType: ScaleTypes.TIME, title: t("reports.day") },
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
              timeScale,
              accessibility: { svgAriaLabel: t("reports.firstResponseByDay") },
              axes: {
                left: { mapsTo: "value", title: t("reports.minutes") },
                bottom: {
                  mapsTo: "date",
                  scaleType: ScaleTypes.TIME,
                  title: t("reports.day"),
                  ticks: { rotation: TickRotations.NEVER },
                },
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
              color: { scale: Object.fromEntries(report.total.scores.map((_, index) => [String(index + 1), one])) },
              axes: {
                left: { mapsTo: "value", title: t("reports.ratings") },
                bottom: { mapsTo: "group", scaleType: ScaleTypes.LABELS, title: t("reports.score") },
              },
            }}
          />
        </Section>
      </div>
    </>
  );
}
