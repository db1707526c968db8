import { InlineNotification, Modal } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createPortal } from "react-dom";
import { Link } from "react-router";
import { deleteTeam, type Team } from "../api/teams";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { rowWords } from "../rules/rowWords";
import { useToast } from "../shell/Toasts";
import type { Uses } from "./uses";

/** Deletes a team; says first who would miss it, and lets nobody take the overflow's target away. */
export function DeleteTeam({ team, uses, onClose }: { team: Team; uses: Uses; onClose: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const client = useQueryClient();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: () => deleteTeam(team.id),
    onSuccess: () => {
      toast("success", t("campaign.removed", { name: team.name }));
      onClose();
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.teams });
      void client.invalidateQueries({ queryKey: keys.campaignOptions });
      void client.invalidateQueries({ queryKey: keys.targets });
    },
  });
  const needed = uses.campaigns.length > 0;
  return createPortal(
    <Modal
      open
      danger
      size="xs"
      modalHeading={t("campaign.deleteAsk", { name: team.name })}
      primaryButtonText={t("teams.delete")}
      primaryButtonDisabled={needed || remove.isPending}
      secondaryButtonText={t("campaign.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => remove.mutate()}
      data-testid="delete-team"
    >
      {needed && (
        <>
          <p>{t("teams.needed")}</p>
          <ul className="campaign__lacks">
            {uses.campaigns.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/campaigns/${encodeURIComponent(id)}/waiting`} className="link">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {uses.rows.length > 0 && (
        <>
          <p>{t("teams.named")}</p>
          <ul className="campaign__lacks">
            {uses.rows.map((row) => (
              <li key={`${row.table} ${row.row}`}>{rowWords(row, i18n)}</li>
            ))}
          </ul>
        </>
      )}
      {!needed && <p>{t("teams.deleteDetail")}</p>}
      {remove.isError && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={t("campaign.failed")}
          subtitle={errorWords(remove.error, t)}
        />
      )}
    </Modal>,
    document.body,
  );
}
