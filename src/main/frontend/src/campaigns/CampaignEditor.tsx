import { ErrorFilled } from "@carbon/icons-react";
import { Button, InlineNotification, Layer, Modal } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ComponentType, useCallback, useState } from "react";
import { NavLink } from "react-router";
import { type Campaign, changeCampaign } from "../api/campaigns";
import { isChangedMeanwhile, Refused } from "../api/http";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { applyCampaign, campaignOptionsQuery } from "../live/campaigns";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";
import { CampaignHead } from "./CampaignHead";
import { SECTIONS, type Section, sectionOf, unfitOf } from "./draft";
import { type FieldFault, faultWords } from "./faults";
import { FormProvider } from "./form";
import { General } from "./general";
import { Hours } from "./hours";
import { AssistantSection, CannedSection } from "./knowledge";
import { People } from "./people";
import { Greeting, Survey } from "./texts";
import { type Draft, useDraft } from "./useDraft";
import { useLeaveGuard } from "./useLeaveGuard";
import { Waiting } from "./waiting";

const PARTS: Record<Section, ComponentType> = {
  general: General,
  people: People,
  hours: Hours,
  waiting: Waiting,
  texts: Greeting,
  assistant: AssistantSection,
  survey: Survey,
  canned: CannedSection,
};

/** Changes a campaign; all its parts are saved together. */
export function CampaignEditor({ campaign, section }: { campaign: Campaign; section: Section }) {
  const i18n = useI18n();
  const { t } = i18n;
  const client = useQueryClient();
  const toast = useToast();
  const options = useQuery(campaignOptionsQuery);
  const draft = useDraft(campaign);
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const home = `/campaigns/${encodeURIComponent(campaign.id)}`;
  const stays = useCallback((path: string) => path === home || path.startsWith(`${home}/`), [home]);
  const guard = useLeaveGuard(draft.dirty, stays);
  const save = useMutation({
    mutationFn: ({ base, changes }: Draft) => changeCampaign(campaign.id, base.version, changes),
    onSuccess: (saved, sent) => {
      setFaults([]);
      draft.saved(saved, sent.draft);
      applyCampaign(client, saved);
      toast("success", t("campaign.saved", { name: saved.name }));
    },
    onError: (error) => {
      const found = error instanceof Refused && error.status === 400 ? (error.problem.errors ?? []) : [];
      setFaults(found);
      if (error instanceof Refused && error.status === 409)
        void client.invalidateQueries({ queryKey: keys.campaign(campaign.id) });
      // Somebody else was faster: what they made of it comes with the present state.
      if (found.length === 0 && !isChangedMeanwhile(error)) toast("error", t("campaign.failed"), errorWords(error, t));
    },
  });
  const unfit = unfitOf(draft.draft);
  const wrongSections = new Set([...faults.map(({ field }) => field), ...unfit].map(sectionOf));
  const wrong = [...wrongSections].map((one) => t(`section.${one}`)).join(", ");
  const held = save.isPending || draft.conflict || unfit.length > 0;
  const Part = PARTS[section];

  return (
    <FormProvider
      value={{
        draft: draft.draft,
        options: options.data,
        change: draft.change,
        fault: (field) => faultWords(faults, field, i18n),
      }}
    >
      <CampaignHead campaign={campaign} dirty={draft.dirty} />
      {draft.conflict && <Conflict campaign={campaign} draft={draft} />}
      <div className="campaign__body">
        <nav className="campaign__nav" aria-label={t("campaign.sections")}>
          {SECTIONS.map((one) => (
            <NavLink
              key={one}
              to={one === "general" ? home : `${home}/${one}`}
              end
              replace
              className="campaign__link"
              data-testid={`section-${one}`}
            >
              {t(`section.${one}`)}
              {wrongSections.has(one) && (
                <>
                  <ErrorFilled size={16} className="campaign__wrong" />
                  <span className="visually-hidden">{t("campaign.sectionFault")}</span>
                </>
              )}
            </NavLink>
          ))}
        </nav>
        <form
          className="panel panel__form campaign__part"
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.dirty && !held) save.mutate(draft);
          }}
          noValidate
        >
          <h2 className="panel__title">{t(`section.${section}`)}</h2>
          <Layer level={1} className="campaign__fields">
            <Part key={draft.edition} />
          </Layer>
          {draft.dirty && (
            <div className="campaign__save" data-testid="unsaved">
              {wrong === "" ? (
                <span className="campaign__unsaved">{t("campaign.unsaved")}</span>
              ) : (
                <span className="campaign__unsaved campaign__unsaved--wrong" role="alert">
                  {t("campaign.saveFailed")} ({wrong})
                </span>
              )}
              <Button
                kind="secondary"
                size="md"
                onClick={() => {
                  setFaults([]);
                  draft.discard();
                }}
              >
                {t("campaign.discard")}
              </Button>
              <Button type="submit" size="md" disabled={held} data-testid="save-campaign">
                {t("campaign.save")}
              </Button>
            </div>
          )}
        </form>
      </div>
      {guard.asking && (
        <Modal
          open
          size="xs"
          modalHeading={t("campaign.leave")}
          primaryButtonText={t("campaign.leaveYes")}
          secondaryButtonText={t("campaign.leaveNo")}
          closeButtonLabel={t("app.close")}
          onRequestClose={guard.stay}
          onRequestSubmit={guard.leave}
          data-testid="leave-dialog"
        >
          <p>{t("campaign.leaveDetail")}</p>
        </Modal>
      )}
    </FormProvider>
  );
}

function Conflict({ campaign, draft }: { campaign: Campaign; draft: Draft }) {
  const { t } = useI18n();
  const who = campaign.changedBy;
  return (
    <div className="pages__problems" data-testid="conflict">
      <InlineNotification
        kind="warning"
        lowContrast
        hideCloseButton
        title={who === null ? t("campaign.conflict") : t("campaign.conflictBy", { name: who })}
        subtitle={t("campaign.conflictDetail")}
      />
      <div className="campaign__choice">
        <Button kind="tertiary" size="sm" onClick={draft.rebase}>
          {t("campaign.keepMine")}
        </Button>
        <Button kind="ghost" size="sm" onClick={draft.discard}>
          {t("campaign.takeTheirs")}
        </Button>
      </div>
    </div>
  );
}
