import { Modal, RadioButton, RadioButtonGroup, TextArea } from "@carbon/react";
import { useId, useState } from "react";
import { mention, rate } from "../../api/sandbox";
import type { Customer, FacebookPage } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { CustomerSelect } from "../CustomerSelect";
import { useAct } from "../useAct";

type SpeakDialogProps = {
  page: FacebookPage;
  kind: "mention" | "rating";
  customers: Customer[];
  onClose: () => void;
};

/** Somebody speaks of the Page elsewhere on Facebook: a mention in their own post, or a recommendation. */
export function SpeakDialog({ page, kind, customers, onClose }: SpeakDialogProps) {
  const { t } = useI18n();
  const id = useId();
  const act = useAct();
  const [customer, setCustomer] = useState(customers[0]?.id ?? "");
  const [text, setText] = useState("");
  const [recommends, setRecommends] = useState(true);
  const ready = customer !== "" && (kind === "rating" || text.trim() !== "");

  async function submit() {
    if (!ready) return;
    const said = text.trim();
    const done = await act(() =>
      kind === "mention"
        ? mention(page.id, customer, said)
        : rate(page.id, customer, recommends ? "positive" : "negative", said),
    );
    if (done) onClose();
  }

  return (
    <Modal
      open
      size="sm"
      modalHeading={t(`sandbox.${kind}Title`, { page: page.name })}
      primaryButtonText={t("sandbox.publish")}
      primaryButtonDisabled={!ready}
      secondaryButtonText={t("sandbox.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => void submit()}
      data-testid="sandbox-speak-dialog"
    >
      <p className="dialog__lead">{t(`sandbox.${kind}Lead`)}</p>
      <div className="fields">
        <CustomerSelect customers={customers} value={customer} onChange={setCustomer} label={t("sandbox.who")} />
        {kind === "rating" && (
          <RadioButtonGroup
            legendText={t("sandbox.recommends", { page: page.name })}
            name={`${id}-recommends`}
            valueSelected={recommends ? "yes" : "no"}
            onChange={(value) => setRecommends(value === "yes")}
          >
            <RadioButton value="yes" labelText={t("sandbox.recommendsYes")} />
            <RadioButton value="no" labelText={t("sandbox.recommendsNo")} />
          </RadioButtonGroup>
        )}
        <TextArea
          id={`${id}-text`}
          labelText={t(`sandbox.${kind}Text`)}
          rows={3}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
    </Modal>
  );
}
