import { Chat, Forum } from "@carbon/icons-react";
import type { Channel } from "../api/types";
import { useI18n } from "../i18n/i18n";

/** By which way a customer writes, as a sign. */
export function ChannelIcon({ channel }: { channel: Channel }) {
  const { t } = useI18n();
  const Icon = channel === "COMMENT" ? Forum : Chat;
  const words = t(`channel.${channel}`);
  return (
    <span
      className={`channel channel--${channel.toLowerCase()}`}
      title={words}
      data-testid="channel"
      data-channel={channel}
    >
      <Icon size={16} />
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
