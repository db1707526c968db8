import { Edit, FaceAdd, Reply, Undo } from "@carbon/icons-react";
import { IconButton } from "@carbon/react";
import { type ReactNode, useState } from "react";
import type { SandboxMessage } from "../../api/sandboxTypes";
import { EmojiPopover } from "../../desk/composer/EmojiPopover";
import { useI18n } from "../../i18n/i18n";
import type { ThreadActs } from "./useThreadActs";

const OFTEN = ["❤️", "😆", "😮", "😢", "😠", "👍"];
/** Messenger lets a person edit a message this often. */
const MOST_EDITS = 5;

type MessageActionsProps = { message: SandboxMessage; acts: ThreadActs };

/** What can be done with one message; shown while it is pointed at or focused. */
export function MessageActions({ message, acts }: MessageActionsProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const { mid, fromPage, edits, text, kind } = message;
  const own = !fromPage && kind === "MESSAGE";

  function choose(emoji: string) {
    setOpen(false);
    acts.react(mid, message.reaction === emoji ? null : emoji);
  }

  return (
    <span className={`say__actions ${open ? "say__actions--open" : ""}`}>
      <EmojiPopover
        label={t("sandbox.react")}
        icon={FaceAdd}
        size="sm"
        often={OFTEN}
        open={open}
        onOpen={setOpen}
        onChoose={choose}
        data-testid="sandbox-react"
      />
      <Action label={t("sandbox.reply")} onClick={() => acts.reply(message)} name="reply">
        <Reply size={16} />
      </Action>
      {own && text !== "" && edits < MOST_EDITS && (
        <Action label={t("sandbox.edit")} onClick={() => acts.edit(message)} name="edit">
          <Edit size={16} />
        </Action>
      )}
      {own && (
        <Action label={t("sandbox.unsend")} onClick={() => acts.unsend(mid)} name="unsend">
          <Undo size={16} />
        </Action>
      )}
    </span>
  );
}

type ActionProps = { label: string; name: string; onClick: () => void; children: ReactNode };

function Action({ label, name, onClick, children }: ActionProps) {
  return (
    <IconButton kind="ghost" size="sm" align="top" label={label} onClick={onClick} data-testid={`sandbox-${name}`}>
      {children}
    </IconButton>
  );
}
