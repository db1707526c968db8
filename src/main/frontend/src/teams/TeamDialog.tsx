import { Checkbox, CheckboxGroup, InlineNotification, Modal, Search, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { Refused } from "../api/http";
import { changeTeam, createTeam, type Team } from "../api/teams";
import type { Named } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { fits } from "../shell/fits";
import { useToast } from "../shell/Toasts";

/** From so many agents on a name is found faster by typing a part of it. */
const MANY = 8;

type TeamDialogProps = { team?: Team; agents: readonly Named[]; onClose: () => void };

/** Makes a team, or changes its name and members. */
export function TeamDialog({ team, agents, onClose }: TeamDialogProps) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState(team?.name ?? "");
  const [members, setMembers] = useState<readonly string[]>(team?.members ?? []);
  const [typed, setTyped] = useState("");
  const save = useMutation({
    mutationFn: () => {
      const draft = { name: name.trim(), members: [...members] };
      return team === undefined ? createTeam(draft) : changeTeam(team.id, team.version, draft);
    },
    onSuccess: (saved) => {
      toast("success", t("teams.saved", { name: saved.name }));
      onClose();
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.teams });
      void client.invalidateQueries({ queryKey: keys.campaignOptions });
      void client.invalidateQueries({ queryKey: keys.targets });
    },
  });
  const meanwhile = save.error instanceof Refused && save.error.status === 409 && team !== undefined;

  return createPortal(
    <Modal
      open
      size="sm"
      modalHeading={team === undefined ? t("teams.new") : t("teams.changeTitle", { name: team.name })}
      primaryButtonText={t(team === undefined ? "campaign.create" : "campaign.save")}
      primaryButtonDisabled={name.trim() === "" || save.isPending}
      secondaryButtonText={t("campaign.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => save.mutate()}
      selectorPrimaryFocus="#team-name"
      data-testid="team-dialog"
    >
      <div className="campaign__create">
        <TextInput
          id="team-name"
          size="md"
          labelText={t("field.name")}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
        />
        {agents.length >= MANY && (
          <Search
            id="team-search"
            size="sm"
            labelText={t("teams.search")}
            placeholder={t("teams.search")}
            closeButtonLabelText={t("transfer.clear")}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <CheckboxGroup legendText={t("teams.members")} className="team-row__choice">
          {agents
            .filter((agent) => fits(agent.name, typed))
            .map((agent) => (
              <Checkbox
                key={agent.id}
                id={`team-member-${agent.id}`}
                labelText={agent.name}
                checked={members.includes(agent.id)}
                onChange={(_, { checked }) =>
                  setMembers(checked ? [...members, agent.id] : members.filter((id) => id !== agent.id))
                }
              />
            ))}
        </CheckboxGroup>
        {members.length === 0 && <p className="panel__help">{t("teams.emptyHelp")}</p>}
        {save.isError && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={t("campaign.failed")}
            subtitle={meanwhile ? t("teams.meanwhile") : errorWords(save.error, t)}
          />
        )}
      </div>
    </Modal>,
    document.body,
  );
}
