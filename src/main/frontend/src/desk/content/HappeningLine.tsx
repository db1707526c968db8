import {
  ArrowRight,
  Bot,
  Link,
  Misuse,
  Notification,
  Error as NotSent,
  Renew,
  Return,
  ThumbsUp,
  Time,
  UserFollow,
} from "@carbon/icons-react";
import type { ComponentType } from "react";
import type { HappeningType, Message } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { useTargetNames } from "../../live/targets";
import { factsOf, happeningWords } from "./happening";

const ICONS: Record<HappeningType, ComponentType<{ size: number; className?: string }>> = {
  REFERRED: Link,
  OPTED_IN: Notification,
  ACCOUNT_LINKED: UserFollow,
  ACCOUNT_UNLINKED: UserFollow,
  FEEDBACK: ThumbsUp,
  PASSED_ELSEWHERE: ArrowRight,
  CAME_BACK: Return,
  CONTROL_REQUESTED: ArrowRight,
  BOT_PAUSED: Bot,
  NOT_SENT: NotSent,
  HANDED_OVER: Bot,
  TRANSFERRED: ArrowRight,
  TAKEN_OVER: UserFollow,
  CHAT_TIME_OVER: Time,
  CONTINUED: Renew,
  BLOCKED: Misuse,
  UNBLOCKED: UserFollow,
};

/** What happened between two messages. */
export function HappeningLine({ message }: { message: Message }) {
  const i18n = useI18n();
  const { happening } = message;
  const nameOf = useTargetNames(happening?.type === "TRANSFERRED");
  if (happening === null) return null;
  const Icon = ICONS[happening.type] ?? Notification;
  const facts = factsOf(happening, i18n);
  return (
    <>
      <p className="happening" data-testid="happening" data-type={happening.type}>
        <Icon size={16} className="happening__icon" />
        <span>{happeningWords(happening, i18n, nameOf)}</span>
        <time dateTime={message.at} title={i18n.formats.full(message.at)}>
          {i18n.formats.clock(message.at)}
        </time>
      </p>
      {facts.length > 0 && (
        <dl className="happening__learnt" data-testid="learnt">
          {facts.map(({ kind, label, value }) => (
            <div key={kind}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
