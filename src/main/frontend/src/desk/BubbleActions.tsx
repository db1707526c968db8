import { FaceAdd, Reply } from "@carbon/icons-react";
import { IconButton } from "@carbon/react";
import { useState } from "react";
import type { Message } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { changeParcel } from "../live/parcel";
import { EmojiPopover } from "./composer/EmojiPopover";
import { signOf } from "./content/Reactions";
import { focusComposer } from "./focus";
import { useMessageCall } from "./useMessageCall";

const OFTEN = ["👍", "❤️", "😆", "😮", "😢", "😠"];

/** What can be done with one message; shown while it is pointed at or focused. */
export function BubbleActions({ conversationId, message }: { conversationId: string; message: Message }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const call = useMessageCall(conversationId, message.id);
  const own = message.reactions.find((reaction) => reaction.by === "AGENT");

  function choose(emoji: string) {
    setOpen(false);
    call.mutate({ kind: "react", emoji: own !== undefined && signOf(own) === emoji ? null : emoji });
  }

  return (
    <span className={`bubble__actions ${open ? "bubble__actions--open" : ""}`}>
      {message.mid !== null && (
        <IconButton
          kind="ghost"
          size="sm"
          align="top"
          label={t("act.reply")}
          onClick={() => {
            changeParcel(conversationId, { replyTo: message.mid });
            focusComposer();
          }}
          data-testid="message-reply"
        >
          <Reply size={16} />
        </IconButton>
      )}
      {message.direction === "IN" && message.mid !== null && (
        <EmojiPopover
          label={t("act.react")}
          icon={FaceAdd}
          size="sm"
          often={OFTEN}
          open={open}
          onOpen={setOpen}
          onChoose={choose}
          data-testid="message-react"
        />
      )}
    </span>
  );
}
