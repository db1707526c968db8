import { SendFilled } from "@carbon/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { editMessage, postAsCustomer, postFiles } from "../../api/sandbox";
import type { Customer } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { applyMessage } from "../apply";
import { AimBar } from "./AimBar";
import { Attach } from "./Attach";
import type { Aim } from "./CustomerThread";
import { PendingFiles } from "./PendingFiles";
import type { ThreadActs } from "./useThreadActs";

type CustomerComposerProps = {
  customer: Customer;
  aim: Aim;
  onAim: (aim: Aim) => void;
  files: File[];
  onFiles: (files: File[]) => void;
  acts: ThreadActs;
};
type Parcel = { text: string; files: File[]; aim: Aim };

function send(customerId: string, { text, files, aim }: Parcel) {
  if (aim?.kind === "edit") return editMessage(customerId, aim.message.mid, text);
  const replyTo = aim?.message.mid ?? null;
  if (files.length > 0) return postFiles(customerId, files, text, replyTo);
  return postAsCustomer(customerId, replyTo === null ? { text } : { text, replyTo });
}

/** Where one writes as the customer, adds files, answers a certain message or edits one. */
export function CustomerComposer({ customer, aim, onAim, files, onFiles, acts }: CustomerComposerProps) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [text, setText] = useState(aim?.kind === "edit" ? aim.message.text : "");
  const box = useRef<HTMLTextAreaElement>(null);
  const editing = aim?.kind === "edit";
  const post = useMutation({
    mutationFn: (parcel: Parcel) => send(customer.id, parcel),
    // Messages of one customer keep their order, as in a real phone's queue.
    scope: { id: `customer-${customer.id}` },
    onSuccess: (message) => applyMessage(client, message),
    onError: (_, parcel) => {
      setText((typed) => (typed === "" ? parcel.text : typed));
      onFiles(parcel.files);
    },
  });
  const ready = text.trim() !== "" || (files.length > 0 && !editing);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one who chose a message wants to write
  useEffect(() => box.current?.focus(), [aim]);

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (!ready) return;
    setText("");
    post.mutate({ text: text.trim(), files: editing ? [] : files, aim });
    if (!editing) onFiles([]);
    onAim(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && aim !== null) onAim(null);
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  }

  return (
    <form className="write" onSubmit={submit}>
      {post.isError && (
        <p className="write__failed" role="alert">
          {t("sandbox.sendFailed")} {post.error.message}
        </p>
      )}
      {aim !== null && <AimBar aim={aim} onClose={() => onAim(null)} />}
      {!editing && <PendingFiles files={files} onFiles={onFiles} />}
      {!editing && <Attach onFiles={(added) => onFiles([...files, ...added])} acts={acts} />}
      <textarea
        ref={box}
        className="write__box"
        rows={1}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={t("sandbox.placeholder", { name: customer.name })}
        aria-label={t("sandbox.placeholder", { name: customer.name })}
        autoComplete="off"
        data-testid="sandbox-composer"
      />
      <button
        type="submit"
        className="write__send"
        disabled={!ready}
        aria-label={t(editing ? "sandbox.saveEdit" : "sandbox.send")}
        data-testid="sandbox-send"
      >
        <SendFilled size={20} />
      </button>
    </form>
  );
}
