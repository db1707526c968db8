import { ArrowDown, ArrowUp, type CarbonIconType, TrashCan } from "@carbon/icons-react";
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
  return (
    <li className="break-row" data-testid="break-row" data-name={name}>
      <span className="break-row__name">{name}</span>
      <span className="break-row__tools">
        <Tool act="up" icon={ArrowUp} name={name} disabled={first} onClick={() => onMove(-1)} />
        <Tool act="down" icon={ArrowDown} name={name} disabled={last} onClick={() => onMove(1)} />
        <Tool act="remove" icon={TrashCan} name={name} onClick={onRemove} />
      </span>
    </li>
  );
}

type ToolProps = {
  act: "up" | "down" | "remove";
  icon: CarbonIconType;
  name: string;
  disabled?: boolean;
  onClick: () => void;
};

/** Says that it can do nothing rather than take the focus away, as Carbon's disabled buttons do. */
function Tool({ act, icon, name, disabled = false, onClick }: ToolProps) {
  const { t } = useI18n();
  return (
    <Button
      kind={act === "remove" ? "danger--ghost" : "ghost"}
      size="sm"
      hasIconOnly
      tooltipPosition="left"
      renderIcon={icon}
      iconDescription={t(`breaks.${act}`, { name })}
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onClick()}
      data-testid={`break-${act}`}
    />
  );
}
