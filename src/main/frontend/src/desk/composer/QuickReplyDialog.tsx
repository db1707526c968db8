import { Add, TrashCan } from "@carbon/icons-react";
import { Button, IconButton, Modal, TextInput } from "@carbon/react";
import { useId, useState } from "react";
import type { QuickReply } from "../../api/types";
import { useI18n } from "../../i18n/i18n";

/** Send API, quick replies. */
const MAX_REPLIES = 13;
const MAX_TITLE = 20;

type Row = { key: number; title: string };
type QuickReplyDialogProps = {
  replies: readonly QuickReply[];
  onDone: (replies: QuickReply[]) => void;
  onClose: () => void;
};

/** Where the answers are written that the customer may give by one click. */
export default function QuickReplyDialog({ replies, onDone, onClose }: QuickReplyDialogProps) {
  const { t } = useI18n();
  const id = useId();
  const [rows, setRows] = useState<Row[]>(() =>
    (replies.length === 0 ? [{ title: "" }, { title: "" }] : replies).map(({ title }, key) => ({ key, title })),
  );
  const add = () => setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, title: "" }]);
  const kept = rows.map(({ title }) => title.trim()).filter((title) => title !== "");

  return (
    <Modal
      open
      size="sm"
      modalHeading={t("quick.title")}
      primaryButtonText={t("quick.done")}
      secondaryButtonText={t("template.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => onDone([...new Set(kept)].map((title) => ({ title, payload: null })))}
      data-testid="quick-reply-dialog"
    >
      <p className="dialog__lead">{t("quick.lead")}</p>
      {rows.map(({ key, title }, index) => {
        const label = t("quick.label", { n: index + 1 });
        return (
          <div key={key} className="dialog__row">
            <TextInput
              id={`${id}-${key}`}
              size="md"
              labelText={label}
              hideLabel
              placeholder={label}
              value={title}
              maxLength={MAX_TITLE}
              onChange={(event) =>
                setRows(rows.map((row) => (row.key === key ? { ...row, title: event.target.value } : row)))
              }
              data-modal-primary-focus={index === 0 ? true : undefined}
            />
            <IconButton
              kind="ghost"
              size="md"
              align="left"
              label={t("quick.remove", { n: index + 1 })}
              onClick={() => setRows(rows.filter((row) => row.key !== key))}
            >
              <TrashCan size={16} />
            </IconButton>
          </div>
        );
      })}
      <Button kind="ghost" size="sm" renderIcon={Add} onClick={add} disabled={rows.length >= MAX_REPLIES}>
        {t("quick.add")}
      </Button>
    </Modal>
  );
}
