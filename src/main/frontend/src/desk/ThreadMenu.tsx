import { Modal, OverflowMenu, OverflowMenuItem } from "@carbon/react";
import { useState } from "react";
import type { Conversation } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { useThreadControl } from "./useThreadControl";

const ASK = {
  PASS: { title: "control.passTitle", text: "control.passText", button: "control.pass" },
  RELEASE: { title: "control.releaseTitle", text: "control.releaseText", button: "control.release" },
} as const;

/** What is seldom done with a conversation: handing its thread to others. */
export function ThreadMenu({ conversation }: { conversation: Conversation }) {
  const { t } = useI18n();
  const control = useThreadControl(conversation.id);
  const [asking, setAsking] = useState<keyof typeof ASK | null>(null);
  return (
    <>
      <OverflowMenu
        aria-label={t("control.menu")}
        iconDescription={t("control.menu")}
        size="md"
        flipped
        data-testid="thread-menu"
      >
        <OverflowMenuItem itemText={t("control.pass")} onClick={() => setAsking("PASS")} data-testid="thread-pass" />
        <OverflowMenuItem
          itemText={t("control.release")}
          onClick={() => setAsking("RELEASE")}
          data-testid="thread-release"
        />
      </OverflowMenu>
      {asking !== null && (
        <Modal
          open
          size="xs"
          modalHeading={t(ASK[asking].title)}
          primaryButtonText={t(ASK[asking].button)}
          secondaryButtonText={t("control.cancel")}
          closeButtonLabel={t("app.close")}
          onRequestClose={() => setAsking(null)}
          onRequestSubmit={() => {
            control.mutate(asking);
            setAsking(null);
          }}
          data-testid="control-dialog"
        >
          <p>{t(ASK[asking].text)}</p>
        </Modal>
      )}
    </>
  );
}
