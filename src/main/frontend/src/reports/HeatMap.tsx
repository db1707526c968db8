import type { Asked } from "../api/reports";
import { useI18n } from "../i18n/i18n";
import { Section } from "./Section";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** 2024 began on a Monday. */
const weekday = (index: number) => new Date(Date.UTC(2024, 0, 1 + index));
const STEPS = 5;

/** When customers write: how many conversations were opened in each hour of the week. */
export function HeatMap({ hours, asked }: { hours: number[][]; asked: Asked }) {
  const { t, formats } = useI18n();
  const most = Math.max(1, ...hours.flat());
  const name = new Intl.DateTimeFormat(formats.locale, { weekday: "long", timeZone: "UTC" });
  return (
    <Section
      title={t("reports.hours")}
      detail={t("reports.hoursDetail", { zone: asked.zone })}
      asked={asked}
      table="hours"
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by the keyboard */}
      <section className="reports__scroll" tabIndex={0} aria-label={t("reports.hours")}>
        <table className="reports__heat">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t("reports.weekday")}</span>
              </th>
              {HOURS.map((hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.map((counts, day) => (
              <tr key={weekday(day).toISOString()}>
                <th scope="row">{name.format(weekday(day))}</th>
                {HOURS.map((hour) => {
                  const count = counts[hour] ?? 0;
                  return (
                    <td key={hour} data-heat={Math.ceil((count / most) * STEPS)}>
                      {count === 0 ? <span className="visually-hidden">0</span> : count}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}
