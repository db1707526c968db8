import type { Persona, SandboxMessage } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { useNow } from "../../live/now";
import { Face } from "../Face";
import { shownHere } from "../links";
import { AttachmentView } from "./AttachmentView";
import { ChatNotes } from "./ChatNotes";
import { excerpt } from "./excerpt";
import { MessageActions } from "./MessageActions";
import { TemplateView } from "./TemplateView";
import type { ThreadActs } from "./useThreadActs";

const PAUSE_MS = 10 * 60_000;

type ChatMessageProps = {
  message: SandboxMessage;
  before: SandboxMessage | undefined;
  /** The message that it answers, if it is still known. */
  answered: SandboxMessage | undefined;
  pageName: string;
  /** Whether this is the newest of the customer's messages that the Page has seen. */
  seen: boolean;
  acts: ThreadActs;
};

/** One message with what hangs on it, and what can be done with it. */
export function ChatMessage({ message, before, answered, pageName, seen, acts }: ChatMessageProps) {
  const { t, formats } = useI18n();
  const now = useNow();
  const paused = before === undefined || Date.parse(message.at) - Date.parse(before.at) > PAUSE_MS;
  const side = message.fromPage ? "page" : "me";
  return (
    <>
      {paused && (
        <p className="chat__time">
          {formats.day(message.at, now)} · {formats.clock(message.at)}
        </p>
      )}
      <div
        className={`say say--${side}`}
        data-testid="sandbox-message"
        data-from-page={message.fromPage}
        data-mid={message.mid}
      >
        {message.fromPage && startsTurn(message, before, paused) && (
          <Sender persona={message.persona} pageName={pageName} />
        )}
        {message.replyTo !== null && (
          <p className="say__quote">{answered === undefined ? t("sandbox.quoteUnknown") : excerpt(answered, t)}</p>
        )}
        <div className="say__line">
          <div className="say__body" title={formats.full(message.at)}>
            <Body message={message} acts={acts} />
          </div>
          {!message.removed && <MessageActions message={message} acts={acts} />}
        </div>
        <Signs message={message} />
        <ChatNotes message={message} seen={seen} />
      </div>
    </>
  );
}

function Body({ message, acts }: { message: SandboxMessage; acts: ThreadActs }) {
  const { t } = useI18n();
  if (message.removed) return <p className="say__text say__text--gone">{t("sandbox.removed")}</p>;
  const { text, template } = message;
  const spoken = text !== "" && text !== template?.text;
  return (
    <>
      {spoken && <p className={`say__text ${message.kind === "POSTBACK" ? "say__text--pressed" : ""}`}>{text}</p>}
      {template !== null && <TemplateView template={template} onPress={acts.press} />}
      {message.attachments.map((attachment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what hangs on a message never changes
        <AttachmentView key={index} attachment={attachment} />
      ))}
    </>
  );
}

function Sender({ persona, pageName }: { persona: Persona | null; pageName: string }) {
  const name = persona?.name ?? pageName;
  return (
    <p className="say__sender" data-testid={persona === null ? undefined : "sandbox-persona"}>
      <Face name={name} picture={shownHere(persona?.picture ?? null)} size="tiny" />
      {name}
    </p>
  );
}

function Signs({ message: { reaction, pageReaction } }: { message: SandboxMessage }) {
  const { t } = useI18n();
  if (reaction === null && pageReaction === null) return null;
  return (
    <p className="say__signs">
      {reaction !== null && <span title={t("sandbox.reactionMine")}>{reaction}</span>}
      {pageReaction !== null && (
        <span title={t("sandbox.reactionPage")} data-testid="sandbox-page-reaction">
          {pageReaction}
        </span>
      )}
    </p>
  );
}

/** A name stands above the first of several messages in a row. */
function startsTurn(message: SandboxMessage, before: SandboxMessage | undefined, paused: boolean): boolean {
  return paused || before === undefined || !before.fromPage || before.persona?.id !== message.persona?.id;
}
