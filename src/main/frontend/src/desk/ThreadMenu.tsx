import { Modal, OverflowMenu, OverflowMenuItem } from "@carbon/react";
import { lazy, Suspense, useState } from "react";
import type { Conversation, Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { useThreadControl } from "./useThreadControl";

const ProcessDialog = lazy(() => import("./process/ProcessDialog"));

const ASK = {
  PASS: { title: "control.passTitle", text: "control.passText", button: "control.pass" },
  RELEASE: { title: "control.releaseTitle", text: "control.releaseText", button: "control.release" },
} as const;

type ThreadMenuProps = { me: Me; conversation: Conversation; mine: boolean; onHandOn: (() => void) | undefined };

/** What is seldom done with a conversation: handing it to others, here or in another application. */
export function ThreadMenu({ conversation, mine, onHandOn }: ThreadMenuProps) {
  const { t } = useI18n();
  const control = useThreadControl(conversation.id);
  const [process, setProcess] = useState(false);
  const [asking, setAsking] = useState<keyof typeof ASK | null>(null);
  const { channel, state, elsewhere } = conversation;
  const ours = mine && state === "ASSIGNED" && channel === "MESSENGER" && elsewhere === null;
  return (
    <>
      <OverflowMenu
        aria-label={t("control.menu")}
        iconDescription={t("control.menu")}
        size="md"
        flipped
        menuOptionsClass="thread-menu"
        data-testid="thread-menu"
      >
        {onHandOn !== undefined && (
          <OverflowMenuItem itemText={t("transfer.open")} onClick={onHandOn} data-testid="thread-hand-on" />
        )}
        {ours && (
          <OverflowMenuItem itemText={t("control.pass")} onClick={() => setAsking("PASS")} data-testid="thread-pass" />
        )}
        {ours && (
          <OverflowMenuItem
            itemText={t("control.release")}
            onClick={() => setAsking("RELEASE")}
            data-testid="thread-release"
          />
        )}
        <OverflowMenuItem itemText={t("process.open")} onClick={() => setProcess(true)} data-testid="thread-process" />
      </OverflowMenu>
      {process && (
        <Suspense fallback={null}>
          <ProcessDialog conversation={conversation} onClose={() => setProcess(false)} />
        </Suspense>
      )}
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
