import type { ComponentType, ReactNode } from "react";

type EmptyProps = {
  title: string;
  detail?: string;
  icon?: ComponentType<{ size: number; className?: string }>;
  children?: ReactNode;
};

/** What a place says while it has nothing to show. */
export function Empty({ title, detail, icon: Icon, children }: EmptyProps) {
  return (
    <div className="empty">
      {Icon && <Icon size={32} className="empty__icon" />}
      <p className="empty__title">{title}</p>
      {detail && <p className="empty__detail">{detail}</p>}
      {children}
    </div>
  );
}
