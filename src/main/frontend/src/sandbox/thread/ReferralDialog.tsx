import { ContentSwitcher, Modal, Switch, TextInput } from "@carbon/react";
import { useId, useState } from "react";
import { useI18n } from "../../i18n/i18n";
import { mayRefer, NO_REFERRAL, type ReferralForm, referralOf, refFault } from "./referral";
import type { ThreadActs } from "./useThreadActs";

/** The customer opens the thread by an m.me link or by an ad. */
export function ReferralDialog({ acts, onClose }: { acts: ThreadActs; onClose: () => void }) {
  const { t } = useI18n();
  const id = useId();
  const [form, setForm] = useState<ReferralForm>(NO_REFERRAL);
  const set = (change: Partial<ReferralForm>) => setForm((before) => ({ ...before, ...change }));

  async function submit() {
    if (mayRefer(form) && (await acts.refer(referralOf(form)))) onClose();
  }

  return (
    <Modal
      open
      size="sm"
      modalHeading={t("sandbox.referTitle")}
      primaryButtonText={t("sandbox.referDo")}
      primaryButtonDisabled={!mayRefer(form)}
      secondaryButtonText={t("sandbox.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => void submit()}
      data-testid="sandbox-referral-dialog"
    >
      <p className="dialog__lead">{t("sandbox.referLead")}</p>
      <ContentSwitcher
        size="sm"
        selectedIndex={form.way === "link" ? 0 : 1}
        onChange={({ name }) => set({ way: name === "ad" ? "ad" : "link" })}
      >
        <Switch name="link" text={t("sandbox.referLink")} />
        <Switch name="ad" text={t("sandbox.referAd")} />
      </ContentSwitcher>
      <div className="fields">
        <TextInput
          id={`${id}-ref`}
          labelText={t("sandbox.referRef")}
          helperText={t("sandbox.referRefHelp")}
          value={form.ref}
          invalid={refFault(form.ref)}
          invalidText={t("sandbox.referRefFault")}
          onChange={(event) => set({ ref: event.target.value })}
          data-modal-primary-focus
        />
        {form.way === "ad" && (
          <>
            <TextInput
              id={`${id}-ad`}
              labelText={t("sandbox.referAdId")}
              helperText={t("sandbox.referAdIdHelp")}
              inputMode="numeric"
              value={form.adId}
              onChange={(event) => set({ adId: event.target.value })}
            />
            <TextInput
              id={`${id}-title`}
              labelText={t("sandbox.referAdTitle")}
              value={form.adTitle}
              onChange={(event) => set({ adTitle: event.target.value })}
            />
          </>
        )}
      </div>
    </Modal>
  );
}
