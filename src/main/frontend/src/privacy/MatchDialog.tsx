import { Checkbox, TextArea } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Deletion, matchDeletion } from "../api/privacy";
import { useI18n } from "../i18n/i18n";
import { customerIds } from "./customerIds";
import { DeletionDialog } from "./DeletionDialog";
import { DELETIONS_KEY } from "./DeletionList";

type MatchDialogProps = { deletion: Deletion; onClose: () => void };

/** Says which customers a person is whom Meta's number does not lead to, or that nothing is held of them. */
export function MatchDialog({ deletion, onClose }: MatchDialogProps) {
  const { t, tn } = useI18n();
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const [nobody, setNobody] = useState(false);
  const ids = nobody ? [] : customerIds(typed);
  const ready = nobody || (ids !== null && ids.length > 0);
  const call = useMutation({
    mutationFn: () => matchDeletion(deletion.code, ids ?? []),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: DELETIONS_KEY }),
  });
  return (
    <DeletionDialog
      title={t("privacy.matchTitle")}
      act={nobody ? t("privacy.matchNone") : tn("privacy.matchErase", ids?.length ?? 0)}
      danger={!nobody}
      ready={ready}
      call={call}
      onAct={() => call.mutate()}
      onClose={onClose}
      testId="match-dialog"
    >
      <p>{t("privacy.matchText", { id: deletion.person ?? "–" })}</p>
      <TextArea
        id="deletion-customers"
        labelText={t("privacy.customers")}
        helperText={t("privacy.customersHelp")}
        rows={3}
        value={typed}
        disabled={nobody}
        invalid={ids === null}
        invalidText={t("privacy.customersBad")}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Checkbox
        id="deletion-nobody"
        labelText={t("privacy.nobody")}
        checked={nobody}
        onChange={(_, { checked }) => setNobody(checked)}
      />
    </DeletionDialog>
  );
}
