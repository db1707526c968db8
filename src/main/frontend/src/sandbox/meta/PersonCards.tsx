import { Button, Modal } from "@carbon/react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { deauthorise, startAnew } from "../../api/sandbox";
import type { Answered } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { sandboxKeys } from "../cache";
import { AnswerOf } from "./AnswerOf";
import { Card } from "./Card";
import { useSet } from "./useSet";

/** The person who connected Pages removes the app from their account. */
export function DeauthoriseCard() {
  const { t } = useI18n();
  const set = useSet();
  const [answer, setAnswer] = useState<Answered | null>(null);
  return (
    <Card title={t("sandbox.deauthorise")} lead={t("sandbox.deauthorise.lead")}>
      <Button kind="danger--tertiary" size="sm" onClick={() => void set(deauthorise, setAnswer)}>
        {t("sandbox.deauthorise.do")}
      </Button>
      <AnswerOf answer={answer} />
    </Card>
  );
}

/** Everything of the stand-in as it was at its start. */
export function AnewCard() {
  const { t } = useI18n();
  const set = useSet();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  function begin() {
    setAsking(false);
    void set(startAnew, () => void client.invalidateQueries({ queryKey: sandboxKeys.all }));
  }
  return (
    <Card title={t("sandbox.anew")} lead={t("sandbox.anew.lead")}>
      <Button kind="danger--tertiary" size="sm" onClick={() => setAsking(true)}>
        {t("sandbox.anew.do")}
      </Button>
      {asking && (
        <Modal
          open
          danger
          size="xs"
          modalHeading={t("sandbox.anew.ask")}
          primaryButtonText={t("sandbox.anew.do")}
          secondaryButtonText={t("sandbox.cancel")}
          closeButtonLabel={t("app.close")}
          onRequestClose={() => setAsking(false)}
          onRequestSubmit={begin}
        >
          <p>{t("sandbox.anew.warning")}</p>
        </Modal>
      )}
    </Card>
  );
}
