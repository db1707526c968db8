import { SendFilled } from "@carbon/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type Customer, postAsCustomer, type SandboxMessage } from "../api/sandbox";
import { useI18n } from "../i18n/i18n";

type CustomerComposerProps = { customer: Customer; onSent: (message: SandboxMessage) => void };

export function CustomerComposer({ customer, onSent }: CustomerComposerProps) {
  const { t } = useI18n();
  const [text, setText] = useState("");
  const box = useRef<HTMLInputElement>(null);
  const post = useMutation({
    mutationFn: (sent: string) => postAsCustomer(customer.id, sent),
    // Messages of one customer keep their order, as in a real phone's queue.
    scope: { id: `customer-${customer.id}` },
    onSuccess: onSent,
    onError: (_, sent) => setText((typed) => (typed === "" ? sent : typed)),
  });

  useEffect(() => box.current?.focus(), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    const sent = text.trim();
    if (sent === "") return;
    setText("");
    post.mutate(sent);
  }

  return (
    <form className="write" onSubmit={submit}>
      {post.isError && (
        <p className="write__failed" role="alert">
          {t("sandbox.sendFailed")} {post.error.message}
        </p>
      )}
      <input
        ref={box}
        className="write__box"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t("sandbox.placeholder", { name: customer.name })}
        aria-label={t("sandbox.placeholder", { name: customer.name })}
        autoComplete="off"
        data-testid="sandbox-composer"
      />
      <button
        type="submit"
        className="write__send"
        disabled={text.trim() === ""}
        aria-label={t("sandbox.send")}
        data-testid="sandbox-send"
      >
        <SendFilled size={20} />
      </button>
    </form>
  );
}
