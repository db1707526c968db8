import { useStudio } from "../words";

/** How often a row fired, beside the one that fired most. */
export function FiredBar({ count, most }: { count: number; most: number }) {
  const { w, wn, formats } = useStudio();
  if (count === 0) return <span className="rows__never">{w("rows.firedNone")}</span>;
  return (
    <span className="fired" title={wn("rows.firedTimes", count)}>
      <span className="fired__bar" aria-hidden="true">
        <span className="fired__fill" style={{ inlineSize: `${Math.max(2, (100 * count) / most)}%` }} />
      </span>
      {new Intl.NumberFormat(formats.locale).format(count)}
    </span>
  );
}
