import { Checkmark, CheckmarkOutline, Close, Time, UpToTop, View, WarningAltFilled } from "@carbon/icons-react";
import type { ComponentType } from "react";
import type { MessageStatus } from "../api/types";
import { useI18n } from "../i18n/i18n";

export type ShownStatus = MessageStatus | "PENDING" | "UNSENT";

const ICONS: Record<ShownStatus, ComponentType<{ size: number }>> = {
  RECEIVED: Checkmark,
  PENDING: Time,
  UNSENT: WarningAltFilled,
  QUEUED: Time,
  SENDING: UpToTop,
  SENT: Checkmark,
  DELIVERED: CheckmarkOutline,
  READ: View,
  FAILED: WarningAltFilled,
  DISCARDED: Close,
};

/** How far a message has come, as a sign and in words. */
export function Status({ status }: { status: ShownStatus }) {
  const { t } = useI18n();
  const Icon = ICONS[status];
  const words = t(`status.${status}`);
  return (
    <span className={`status status--${status.toLowerCase()}`} title={words}>
      <Icon size={14} />
      <span className="status__words">{words}</span>
    </span>
  );
}
