import type { ReactNode } from "react";

type CardProps = { title: string; lead: string; children: ReactNode; "data-testid"?: string };

/** One switch, or a few that belong together, and what they are for. */
export function Card({ title, lead, children, ...rest }: CardProps) {
  return (
    <section className="lever" aria-label={title} {...rest}>
      <h3 className="lever__title">{title}</h3>
      <p className="lever__lead">{lead}</p>
      {children}
    </section>
  );
}
