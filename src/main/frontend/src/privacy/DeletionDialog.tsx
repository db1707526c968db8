import { InlineNotification, Modal } from "@carbon/react";
import type { UseMutationResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";

type DeletionDialogProps = {
  title: string;
  act: string;
  danger: boolean;
  ready: boolean;
  call: Pick<UseMutationResult<unknown, Error, never>, "isPending" | "isError" | "error">;
  onAct: () => void;
  onClose: () => void;
  testId: string;
  children: ReactNode;
};

/** Asks before something is erased for good, and says why it could not be. */
export function DeletionDialog(props: DeletionDialogProps) {
  const { t } = useI18n();
  const { title, act, danger, ready, call, onAct, onClose, testId, children } = props;
  return createPortal(
    <Modal
      open
      danger={danger}
      size="sm"
      modalHeading={title}
      primaryButtonText={act}
      primaryButtonDisabled={!ready || call.isPending}
      secondaryButtonText={t("control.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={onAct}
      data-testid={testId}
    >
      {children}
      {call.error !== null && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={t("remedy.failed")}
          subtitle={errorWords(call.error, t)}
        />
      )}
    </Modal>,
    document.body,
  );
}
