import { ArrowLeft } from "@carbon/icons-react";
import { Link } from "react-router";

/** Leads from one thing back to the list it stands in. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="pages__back">
      <ArrowLeft size={16} />
      {children}
    </Link>
  );
}
