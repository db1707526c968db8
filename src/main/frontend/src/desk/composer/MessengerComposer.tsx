import { Locked, Timer, UserAvatar } from "@carbon/icons-react";
import { Tag } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import type { Conversation } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { reasonWords } from "../../i18n/reasons";
import { useNow } from "../../live/now";
import { policyQuery } from "../../live/queries";
import { Composer } from "./Composer";
import { OPEN, type WindowState, windowState } from "./messenger";
import { useSeen } from "./usePresenceSignals";

/** Answers in Messenger, within what Meta's rules allow at this hour. */
export function MessengerComposer({ conversation }: { conversation: Conversation }) {
  const now = useNow();
  const policy = useQuery(policyQuery(conversation.id));
  useSeen(conversation);
  // Without an answer about the rules the server still decides, message by message.
  const state: WindowState = policy.data === undefined ? OPEN : windowState(policy.data, now);
  if (state.kind === "refused") return <Refused code={state.code} reason={state.reason} />;
  return (
    <Composer conversation={conversation}>
      <Notice state={state} now={now} />
    </Composer>
  );
}

function Notice({ state, now }: { state: WindowState; now: number }) {
  const { t, formats } = useI18n();
  if (state.kind === "closing") {
    return (
      <p className={`window ${state.urgent ? "window--urgent" : ""}`} role="status" data-testid="window-notice">
        <Timer size={16} />
        <span>
          <strong>{t("window.closes", { time: formats.until(state.closesAt, now) })}</strong>{" "}
          {state.humanUntil === null
            ? t("window.afterNothing")
            : t("window.afterHuman", { when: formats.moment(state.humanUntil) })}
        </span>
      </p>
    );
  }
  if (state.kind === "open" && state.closesAt !== null) {
    return (
      <p className="window window--open" title={t("window.openHint")} data-testid="window-clock">
        <Timer size={16} />
        <span>
          {t("window.open", { time: formats.until(state.closesAt, now) })} {" · "}
          {state.humanUntil === null
            ? t("window.thenNothing")
            : t("window.thenHuman", { when: formats.moment(state.humanUntil) })}
        </span>
      </p>
    );
  }
  if (state.kind !== "human") return null;
  return (
    <p className="window window--human" role="status" data-testid="window-notice">
      <UserAvatar size={16} />
      <span>{t("window.human", { when: state.until === null ? "–" : formats.moment(state.until) })}</span>
      <Tag size="sm" type="purple">
        {t("window.humanMark")}
      </Tag>
    </p>
  );
}

function Refused({ code, reason }: { code: string | null; reason: string | null }) {
  const { t } = useI18n();
  return (
    <div className="no-answer" role="status" data-testid="policy-refused">
      <Locked size={20} />
      <div>
        <strong>{t("window.refused")}</strong>
        <p>{reasonWords(code, reason, t) ?? t("window.refusedDetail")}</p>
      </div>
    </div>
  );
}
