import { LineChart, ScaleTypes, SimpleBarChart, StackedBarChart, TickRotations } from "@carbon/charts-react";
import type { Asked, Report } from "../api/reports";
import { useI18n } from "../i18n/i18n";
import { useTheme } from "../theme/theme";
import { Section } from "./Section";
import "@carbon/charts-react/styles.css";

const MINUTE = 60;
const A_MONTH = 31;
/** As many as are easily read, and none between two whole numbers. */
const ticksTo = (most: number) => ({ number: Math.max(1, Math.min(5, most)) });

/** The days of the period side by side, or the hours of its one day; loaded when a report is looked at. */
export default function Charts({ report, asked }: { report: Report; asked: Asked }) {
  const { t } = useI18n();
  const usual = useUsual();
  // Noon, so that the browser's own zone does not make another day of it.
  const noon = (date: string) => `${date}T12:00:00`;
  const days = report.days.filter(({ figures }) => figures.opened > 0 || report.days.length <= A_MONTH);
  const oneDay = report.from === report.to;
  const hours = Array.from({ length: 24 }, (_, hour) => report.hours.reduce((sum, day) => sum + (day[hour] ?? 0), 0));
  const busiest = Math.max(...days.map(({ figures }) => figures.opened));

  // By months, the space beside the first and the last would be one, too.
  const timeScale = { addSpaceOnEdges: days.length > A_MONTH ? 0 : 1 };

  return (
    <>
      {oneDay ? (
        <Section
          title={t("reports.volumeByHour")}
          detail={t("reports.hoursDetail", { zone: asked.zone })}
          asked={asked}
          table="days"
        >
          <Counts
            title={t("reports.volumeByHour")}
            counts={hours.map((count, hour) => ({ group: String(hour), value: count }))}
            across={t("reports.hour")}
            up={t("reports.opened")}
          />
        </Section>
      ) : (
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
                left: { mapsTo: "value", stacked: true, title: t("reports.opened"), ticks: ticksTo(busiest) },
                bottom: { mapsTo: "date", scaleType: ScaleTypes.TIME, title: t("reports.day") },
              },
            }}
          />
        </Section>
      )}
      <div className="reports__pair">
        {!oneDay && (
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
        )}
        <Section title={t("reports.scores")} asked={asked}>
          <Counts
            title={t("reports.scores")}
            counts={report.total.scores.map((count, index) => ({ group: String(index + 1), value: count }))}
            across={t("reports.score")}
            up={t("reports.ratings")}
          />
        </Section>
      </div>
    </>
  );
}

/** What all charts have in common. */
function useUsual() {
  const { t, formats } = useI18n();
  return {
    theme: useTheme().theme === "dark" ? "g100" : "white",
    toolbar: { enabled: false },
    height: "18rem",
    animations: false,
    legend: { truncation: { type: "none" } },
    locale: {
      code: formats.locale,
      translations: { group: t("reports.group"), total: t("reports.total") },
    },
  } as const;
}

type CountsProps = { title: string; counts: { group: string; value: number }[]; across: string; up: string };

/** Bars of one colour. */
function Counts({ title, counts, across, up }: CountsProps) {
  const usual = useUsual();
  const colour = usual.theme === "g100" ? "#4589ff" : "#0f62fe";
  return (
    <SimpleBarChart
      data={counts}
      options={{
        ...usual,
        accessibility: { svgAriaLabel: title },
        legend: { enabled: false },
        color: { scale: Object.fromEntries(counts.map(({ group }) => [group, colour])) },
        axes: {
          left: { mapsTo: "value", title: up, ticks: ticksTo(Math.max(...counts.map(({ value }) => value))) },
          bottom: { mapsTo: "group", scaleType: ScaleTypes.LABELS, title: across },
        },
      }}
    />
  );
}
