import { IconButton } from "@carbon/react";
import type { ReactNode } from "react";

type BarButtonProps = {
  label: string;
  onClick: () => void;
  children: ReactNode;
  "aria-expanded"?: boolean;
  "aria-controls"?: string;
  "data-testid"?: string;
};

/** A square button of the top bar, named by its tooltip. */
export function BarButton({ label, onClick, children, ...rest }: BarButtonProps) {
  return (
    <IconButton kind="ghost" size="lg" align="bottom" label={label} onClick={onClick} className="bar-button" {...rest}>
      {children}
    </IconButton>
  );
}
