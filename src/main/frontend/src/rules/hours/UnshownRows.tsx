import { Button } from "@carbon/react";
import { useStudio } from "../words";
import type { Unshown } from "./rowsToWeek";

type UnshownRowsProps = { rows: readonly Unshown[]; onShow: (number: number) => void };

/** The rows that a week has no place for: nobody is to think that they are gone. */
export function UnshownRows({ rows, onShow }: UnshownRowsProps) {
  const { w } = useStudio();
  return (
    <section className="hours__part" aria-labelledby="hours-unshown" data-testid="unshown">
      <h2 id="hours-unshown" className="editor__heading">
        {w("unshown.title")}
      </h2>
      <p className="hours__hint">{w("unshown.help")}</p>
      <ul className="hours__list">
        {rows.map(({ row, number, reason }) => (
          <li key={row.id} className="hours__item" data-testid="unshown-row">
            <div className="hours__facts">
              <strong>{w("unshown.row", { n: number })}</strong>
              {row.annotation !== "" && <span>{row.annotation}</span>}
              <span className="hours__hint">{w(`unshown.${reason}`)}</span>
            </div>
            <Button kind="ghost" size="sm" onClick={() => onShow(number)}>
              {w("unshown.show")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
