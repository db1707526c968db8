import { InlineNotification, Modal, OverflowMenu, OverflowMenuItem, Tag, Toggle } from "@carbon/react";
import { useState } from "react";
import type { Campaign } from "../api/campaigns";
import { useI18n } from "../i18n/i18n";
import { CampaignState } from "./CampaignState";
import { NamedBy } from "./NamedBy";
import { useCampaignCalls } from "./useCampaignCalls";

/** What a campaign is called, how it stands with it, and what can be done with it as a whole. */
export function CampaignHead({ campaign, dirty }: { campaign: Campaign; dirty: boolean }) {
  const { t, formats } = useI18n();
  const calls = useCampaignCalls(campaign);
  const [deleting, setDeleting] = useState(false);
  const { enabled, archived, catchAll, missing, name, changedAt, changedBy } = campaign;
  const blocked = catchAll || archived || dirty || (!enabled && missing.length > 0);
  return (
    <>
      <header className="pages__head">
        <div className="pages__who">
          <h1 className="pages__title">{name}</h1>
          <p className="pages__lead campaign__facts">
            <CampaignState campaign={campaign} />
            {catchAll && (
              <Tag type="outline" size="sm">
                {t("campaigns.catchAll")}
              </Tag>
            )}
            {changedAt !== null && changedBy !== null && (
              <span>{t("campaign.changed", { when: formats.moment(changedAt), who: changedBy })}</span>
            )}
          </p>
        </div>
        <div className="campaign__acts">
          <Toggle
            id="enabled"
            size="md"
            aria-label={t("campaign.on")}
            labelA={t("campaign.off")}
            labelB={t("campaign.on")}
            toggled={enabled}
            disabled={blocked || calls.toggle.isPending}
            onToggle={(on) => calls.toggle.mutate(on)}
            data-testid="enable"
          />
          <OverflowMenu
            aria-label={t("campaign.more", { name })}
            iconDescription={t("campaign.more", { name })}
            size="md"
            flipped
            data-testid="campaign-menu"
          >
            <OverflowMenuItem
              itemText={t("campaign.duplicate")}
              onClick={() => calls.duplicate.mutate(t("campaign.copyOf", { name }))}
            />
            {!catchAll && !archived && (
              <OverflowMenuItem itemText={t("campaign.delete")} isDelete hasDivider onClick={() => setDeleting(true)} />
            )}
            {archived && <OverflowMenuItem itemText={t("campaigns.restore")} onClick={() => calls.restore.mutate()} />}
          </OverflowMenu>
        </div>
      </header>
      {(catchAll || dirty) && (
        <p className="campaign__why">{t(dirty ? "campaign.unsavedFirst" : "campaign.alwaysOn")}</p>
      )}
      {missing.length > 0 && (
        <div className="pages__problems">
          <InlineNotification
            kind="warning"
            lowContrast
            hideCloseButton
            title={t(enabled ? "campaign.lacksOn" : "campaign.lacks")}
            data-testid="lacks"
          >
            <ul className="campaign__lacks">
              {missing.map(({ code }) => (
                <li key={code} data-code={code}>
                  {t(`lack.${code}`)}
                </li>
              ))}
            </ul>
          </InlineNotification>
        </div>
      )}
      {!archived && <NamedBy campaign={campaign} />}
      {deleting && (
        <Modal
          open
          danger
          size="xs"
          modalHeading={t("campaign.deleteAsk", { name })}
          primaryButtonText={t("campaign.delete")}
          secondaryButtonText={t("campaign.cancel")}
          closeButtonLabel={t("app.close")}
          onRequestClose={() => setDeleting(false)}
          onRequestSubmit={() => {
            setDeleting(false);
            calls.remove.mutate();
          }}
        >
          <p>{t("campaign.deleteDetail")}</p>
        </Modal>
      )}
    </>
  );
}
