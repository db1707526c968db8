import type { Figures, Measure } from "../api/reports";
import { useI18n } from "../i18n/i18n";

/** The figures that are looked at first: what came of the conversations, and how long it took. */
export function Tiles({ figures }: { figures: Figures }) {
  const { t, formats } = useI18n();
  const { locale } = formats;
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const rated = figures.scores.reduce((sum, count) => sum + count, 0);
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <>
      <dl className="reports__tiles">
        <Tile
          name={t("reports.opened")}
          value={number(figures.opened)}
          detail={t("reports.ignored", { n: number(figures.ignored) })}
          testId="tile-opened"
        />
        <Tile
          name={t("reports.serviceLevel")}
          value={formats.share(figures.inTime, figures.due)}
          detail={t("reports.inTimeOf", { n: number(figures.inTime), of: number(figures.due) })}
          testId="tile-service"
        />
        <Tile
          name={t("reports.abandonment")}
          value={formats.share(figures.abandoned, figures.opened)}
          detail={t("reports.abandonedOf", { n: number(figures.abandoned), of: number(figures.opened) })}
        />
        <Tile
          name={t("reports.containment")}
          value={formats.share(figures.contained, figures.assistant)}
          detail={t("reports.containedOf", { n: number(figures.contained), of: number(figures.assistant) })}
        />
        <Tile
          name={t("reports.score")}
          value={figures.score === null ? null : decimal.format(figures.score)}
          detail={t("reports.ratedBy", { n: number(rated) })}
          testId="tile-score"
        />
        <MeasureTile name={t("reports.handling")} measure={figures.handling} />
      </dl>
      <dl className="reports__tiles reports__tiles--times">
        <MeasureTile name={t("reports.waiting")} measure={figures.waiting} hint={t("reports.waitingHint")} />
        <MeasureTile name={t("reports.waitingInHours")} measure={figures.waitingInHours} />
        <MeasureTile name={t("reports.waitingAfterAssistant")} measure={figures.waitingAfterAssistant} />
        <MeasureTile name={t("reports.waitingWithoutAssistant")} measure={figures.waitingWithoutAssistant} />
        <MeasureTile name={t("reports.firstResponse")} measure={figures.firstResponse} />
        <MeasureTile name={t("reports.firstResponseInHours")} measure={figures.firstResponseInHours} />
        <MeasureTile name={t("reports.firstAnswer")} measure={figures.firstAnswer} />
        <MeasureTile name={t("reports.assistantResponse")} measure={figures.assistantResponse} />
      </dl>
    </>
  );
}

function MeasureTile({ name, measure, hint }: { name: string; measure: Measure; hint?: string | undefined }) {
  const { t, formats } = useI18n();
  const { took } = formats;
  return (
    <Tile
      name={name}
      value={measure.p50 === null ? null : took(measure.p50)}
      detail={t("reports.measure", { average: took(measure.average), p90: took(measure.p90) })}
      hint={hint}
    />
  );
}

type TileProps = { name: string; value: string | null; detail: string; hint?: string | undefined; testId?: string };

function Tile({ name, value, detail, hint, testId }: TileProps) {
  const { t } = useI18n();
  return (
    <div className="reports__tile" data-testid={testId}>
      <dt className="reports__name">{name}</dt>
      <dd className="reports__value">{value ?? "–"}</dd>
      <dd className="reports__detail">{value === null ? t("reports.nothing") : detail}</dd>
      {hint !== undefined && <dd className="reports__detail">{hint}</dd>}
    </div>
  );
}
