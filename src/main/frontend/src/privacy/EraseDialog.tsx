import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { eraseCustomer } from "../api/privacy";
import type { Named } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { useToast } from "../shell/Toasts";
import { CustomerSearch } from "./CustomerSearch";
import { DeletionDialog } from "./DeletionDialog";
import { DELETIONS_KEY } from "./DeletionList";

/** Erases a customer who asked for it by letter or in a conversation; one that is known, or is found by name. */
export function EraseDialog({ known, onClose }: { known?: Named; onClose: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [found, setFound] = useState<Named | null>(known ?? null);
  const call = useMutation({
    mutationFn: eraseCustomer,
    onSuccess: () => {
      toast("success", t("privacy.begun", { name: found?.name ?? "" }), t("privacy.takes"));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: DELETIONS_KEY }),
  });
  return (
    <DeletionDialog
      title={known === undefined ? t("privacy.eraseTitle") : t("privacy.eraseNamed", { name: known.name })}
      act={t("privacy.eraseDo")}
      danger
      ready={found !== null}
      call={call}
      onAct={() => {
        if (found !== null) call.mutate(found.id);
      }}
      onClose={onClose}
      testId="erase-dialog"
    >
      <p className="dialog__lead">
        {t("privacy.eraseText")} {t("privacy.takes")}
      </p>
      {known === undefined && <CustomerSearch chosen={found} onChoose={setFound} />}
    </DeletionDialog>
  );
}
