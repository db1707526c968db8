import { InlineNotification, Modal, TextArea } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { block, MAX_REASON } from "../../api/customers";
import type { Conversation, Me } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { errorWords } from "../../i18n/reasons";
import { applyCard } from "../../live/customers";
import { keys } from "../../live/queries";
import { useToast } from "../../shell/Toasts";
import { customerName } from "../customerName";

/** Blocks a customer, after it was said what that means and why it is done. */
export function BlockDialog({
  conversation,
  me,
  onClose,
}: {
  conversation: Conversation;
  me: Me;
  onClose: () => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const client = useQueryClient();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const { page, customer, assignee, state, channel } = conversation;
  const name = customerName(customer, i18n);
  const resolves = assignee?.id === me.id && state === "ASSIGNED" && channel === "MESSENGER";
  const call = useMutation({
    mutationFn: () => block(page.id, customer.id, reason.trim()),
    onSuccess: (card) => {
      applyCard(client, card);
      void client.invalidateQueries({ queryKey: keys.conversation(conversation.id) });
      toast("success", t("block.done", { name }));
      onClose();
    },
  });
  return createPortal(
    <Modal
      open
      danger
      size="sm"
      hasScrollingContent={false}
      modalHeading={t("block.title", { name })}
      primaryButtonText={t("block.act")}
      primaryButtonDisabled={reason.trim() === "" || call.isPending}
      secondaryButtonText={t("control.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => call.mutate()}
      data-testid="block-dialog"
    >
      <p className="dialog__lead">
        {t("block.text")} {resolves && t("block.resolves")}
      </p>
      <TextArea
        id="block-reason"
        labelText={t("block.reason")}
        rows={3}
        maxLength={MAX_REASON}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        data-modal-primary-focus
      />
      {call.isError && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={t("block.failed")}
          subtitle={errorWords(call.error, t)}
        />
      )}
    </Modal>,
    document.body,
  );
}
