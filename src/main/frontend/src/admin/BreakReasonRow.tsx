import { ArrowDown, ArrowUp, TrashCan } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useI18n } from "../i18n/i18n";

type BreakReasonRowProps = {
  name: string;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One kind of break, and its place in the list. */
export function BreakReasonRow({ name, first, last, onMove, onRemove }: BreakReasonRowProps) {
  const { t } = useI18n();
  return (
    <li className="break-row" data-testid="break-row" data-name={name}>
      <span className="break-row__name">{name}</span>
      <span className="break-row__tools">
        <Button
          kind="ghost"
          size="sm"
          hasIconOnly
          tooltipPosition="left"
          renderIcon={ArrowUp}
          iconDescription={t("breaks.up", { name })}
          aria-disabled={first}
          onClick={() => !first && onMove(-1)}
          data-testid="break-up"
        />
        <Button
          kind="ghost"
          size="sm"
          hasIconOnly
          tooltipPosition="left"
          renderIcon={ArrowDown}
          iconDescription={t("breaks.down", { name })}
          aria-disabled={last}
          onClick={() => !last && onMove(1)}
          data-testid="break-down"
        />
        <Button
          kind="danger--ghost"
          size="sm"
          hasIconOnly
          tooltipPosition="left"
          renderIcon={TrashCan}
          iconDescription={t("breaks.remove", { name })}
          onClick={onRemove}
          data-testid="break-remove"
        />
      </span>
    </li>
  );
}
