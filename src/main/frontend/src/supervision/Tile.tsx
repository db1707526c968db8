import type { ReactNode } from "react";

type TileProps = {
  label: string;
  value: ReactNode;
  detail?: ReactNode;
  tone?: "good" | "bad" | undefined;
  testId: string;
};

/** One number that is read from afar, with what it stands for. */
export function Tile({ label, value, detail, tone, testId }: TileProps) {
  return (
    <div className={`board-tile ${tone === undefined ? "" : `board-tile--${tone}`}`} data-testid={testId}>
      <dt className="board-tile__label">{label}</dt>
      <dd className="board-tile__value">{value}</dd>
      {detail !== undefined && <dd className="board-tile__detail">{detail}</dd>}
    </div>
  );
}
