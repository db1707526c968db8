import { Checkbox, Modal, TextArea } from "@carbon/react";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { publish } from "../../api/sandbox";
import type { FacebookPage, Post } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { apply } from "../apply";
import { useAct } from "../useAct";

type NewPostDialogProps = { page: FacebookPage; onDone: (post: Post) => void; onClose: () => void };

/** The Page publishes something that people can comment. */
export function NewPostDialog({ page, onDone, onClose }: NewPostDialogProps) {
  const { t } = useI18n();
  const id = useId();
  const act = useAct();
  const client = useQueryClient();
  const [message, setMessage] = useState("");
  const [photo, setPhoto] = useState(false);
  const ready = message.trim() !== "";

  async function submit() {
    if (!ready) return;
    const done = await act(
      () => publish(page.id, message.trim(), photo),
      (post) => {
        apply(client, "post", post);
        onDone(post);
      },
    );
    if (done) onClose();
  }

  return (
    <Modal
      open
      size="sm"
      modalHeading={t("sandbox.newPostTitle", { page: page.name })}
      primaryButtonText={t("sandbox.publish")}
      primaryButtonDisabled={!ready}
      secondaryButtonText={t("sandbox.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => void submit()}
      data-testid="sandbox-post-dialog"
    >
      <div className="fields">
        <TextArea
          id={`${id}-text`}
          labelText={t("sandbox.postText")}
          rows={4}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
          data-modal-primary-focus
        />
        <Checkbox
          id={`${id}-photo`}
          labelText={t("sandbox.withPhoto")}
          checked={photo}
          onChange={(_, { checked }) => setPhoto(checked)}
        />
      </div>
    </Modal>
  );
}
