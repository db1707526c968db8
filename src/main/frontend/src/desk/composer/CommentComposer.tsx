import { EarthFilled, Locked } from "@carbon/icons-react";
import { type KeyboardEvent, useEffect, useId } from "react";
import type { Conversation, Message, Via } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { useDraft } from "../../live/drafts";
import { useNow } from "../../live/now";
import { useParcel } from "../../live/parcel";
import { excerptOf } from "../content/excerpt";
import { authorName } from "../customerName";
import { Composer } from "./Composer";
import { answered, privateReplyTo } from "./publicReply";

type CommentComposerProps = { conversation: Conversation; messages: readonly Message[] };

/** Answers a comment: for all to read, or to its author alone. */
export function CommentComposer({ conversation, messages }: CommentComposerProps) {
  const { t } = useI18n();
  const now = useNow();
  const [parcel, change] = useParcel(conversation.id);
  const via: Via = parcel.via ?? "PUBLIC";
  const secret = via === "PRIVATE_REPLY";
  const found = answered(messages, parcel.replyTo);
  // What was written for one person alone goes to nobody else when their comment is gone.
  const target = secret && parcel.replyTo !== null && found?.mid !== parcel.replyTo ? undefined : found;
  const allowed = privateReplyTo(target, now);
  const [draft] = useDraft(conversation.id);
  const mid = target?.mid ?? null;
  // What is being written is for the comment that was there then, not for one that comes meanwhile.
  useEffect(() => {
    if (draft.trim() !== "" && parcel.replyTo === null && mid !== null) change({ replyTo: mid });
  }, [draft, parcel.replyTo, mid, change]);

  return (
    <Composer
      conversation={conversation}
      placeholder={t(secret ? "public.message" : "public.answer")}
      allowed={{ files: false, extras: secret }}
      extra={{ via, ...(target?.mid && { replyTo: target.mid }) }}
      // Never in public instead.
      blocked={secret && allowed !== "possible"}
    >
      <Choice
        via={via}
        target={target}
        allowed={allowed}
        onVia={(chosen) => change({ via: chosen, replyTo: target?.mid ?? parcel.replyTo })}
      />
    </Composer>
  );
}

type ChoiceProps = {
  via: Via;
  target: Message | undefined;
  allowed: ReturnType<typeof privateReplyTo>;
  onVia: (via: Via) => void;
};

/** Space and arrows choose; Enter would send the answer by the way that is about to be changed. */
function keepFromSending(event: KeyboardEvent) {
  if (event.key === "Enter") event.preventDefault();
}

const WHY_NOT = { used: "public.privateUsed", late: "public.privateLate", none: "public.privateNone" } as const;

function Choice({ via, target, allowed, onVia }: ChoiceProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const id = useId();
  const name = (target && authorName(target.author, i18n)) ?? t("author.SYSTEM");
  const hint = via === "PUBLIC" ? t("public.publicHint") : t("public.privateHint", { name });
  return (
    <div className={`ways ways--${via.toLowerCase()}`}>
      <fieldset className="ways__choice" aria-describedby={id} onKeyDown={keepFromSending}>
        <legend className="visually-hidden">{t("public.switch")}</legend>
        <label className="way" data-testid="answer-public">
          <input
            type="radio"
            name={id}
            className="visually-hidden"
            checked={via === "PUBLIC"}
            onChange={() => onVia("PUBLIC")}
          />
          <EarthFilled size={16} />
          {t("public.public")}
        </label>
        <label className="way" data-testid="answer-private">
          <input
            type="radio"
            name={id}
            className="visually-hidden"
            checked={via === "PRIVATE_REPLY"}
            disabled={allowed !== "possible"}
            onChange={() => onVia("PRIVATE_REPLY")}
          />
          <Locked size={16} />
          {t("public.private")}
        </label>
      </fieldset>
      <p id={id} className="ways__hint" data-testid="answer-hint">
        {target !== undefined && (
          <span className="ways__target">
            <strong>{t("public.target", { name })}</strong> {excerptOf(target, i18n)}
          </span>
        )}
        <span>
          {hint} {allowed !== "possible" && t(WHY_NOT[allowed])}
        </span>
      </p>
    </div>
  );
}
