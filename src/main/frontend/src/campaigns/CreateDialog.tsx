import {
  Checkbox,
  CheckboxGroup,
  InlineNotification,
  Modal,
  RadioButton,
  RadioButtonGroup,
  TextInput,
} from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { createCampaign } from "../api/campaigns";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { applyCampaign, campaignOptionsQuery } from "../live/campaigns";

/** The three things a campaign needs to be told; everything else has a usual value. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const navigate = useNavigate();
  const options = useQuery(campaignOptionsQuery);
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [everyone, setEveryone] = useState(true);
  const known = options.data?.pages ?? [];
  const pages = chosen ?? (known.length === 1 ? known.map(({ id }) => id) : []);
  const create = useMutation({
    mutationFn: () => createCampaign({ name: name.trim(), pages, members: { everyone, list: [] } }),
    onSuccess: (made) => {
      applyCampaign(client, made);
      void navigate(`/campaigns/${encodeURIComponent(made.id)}${everyone ? "" : "/people"}`);
    },
  });
  const unusable = name.trim() === "" || create.isPending;
  return (
    <Modal
      open
      size="sm"
      modalHeading={t("campaigns.new")}
      primaryButtonText={t("campaign.create")}
      primaryButtonDisabled={unusable}
      secondaryButtonText={t("campaign.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => !unusable && create.mutate()}
      shouldSubmitOnEnter
      selectorPrimaryFocus="#new-name"
      data-testid="create-dialog"
    >
      <div className="campaign__create">
        <p className="dialog__lead">{t("campaign.createLead")}</p>
        <TextInput
          id="new-name"
          size="md"
          labelText={t("field.name")}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
        />
        <CheckboxGroup
          legendText={t("field.pages")}
          helperText={options.data !== undefined && known.length === 0 ? t("field.pagesNone") : undefined}
        >
          {known.map((page) => (
            <Checkbox
              key={page.id}
              id={`new-page-${page.id}`}
              labelText={page.name}
              checked={pages.includes(page.id)}
              onChange={(_, { checked }) =>
                setChosen(checked ? [...pages, page.id] : pages.filter((id) => id !== page.id))
              }
            />
          ))}
        </CheckboxGroup>
        <RadioButtonGroup
          name="new-everyone"
          legendText={t("section.people")}
          valueSelected={everyone ? "everyone" : "chosen"}
          onChange={(value) => setEveryone(value === "everyone")}
        >
          <RadioButton id="new-everyone" value="everyone" labelText={t("field.everyone")} />
          <RadioButton id="new-chosen" value="chosen" labelText={t("field.chosen")} />
        </RadioButtonGroup>
        {create.isError && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={t("campaign.failed")}
            subtitle={errorWords(create.error, t)}
          />
        )}
      </div>
    </Modal>
  );
}
