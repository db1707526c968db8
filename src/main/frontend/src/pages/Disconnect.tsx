import { Button, Modal } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { disconnectPage, type Page } from "../api/pages";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";

/** Ends the connection of a Page, after a question. */
export function Disconnect({ page }: { page: Page }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const call = useMutation({
    mutationFn: () => disconnectPage(page.id),
    onSuccess: async () => {
      toast("success", t("disconnect.done", { name: page.name }));
      await client.invalidateQueries({ queryKey: keys.pages });
      void navigate("/pages");
    },
    onError: (error) => toast("error", t("disconnect.failed"), errorWords(error, t)),
  });
  return (
    <section className="panel" aria-labelledby="disconnect">
      <h2 id="disconnect" className="panel__title">
        {t("disconnect.title")}
      </h2>
      <p className="panel__lead">{t("disconnect.lead")}</p>
      <Button kind="danger--tertiary" size="md" onClick={() => setAsking(true)} data-testid="disconnect">
        {t("disconnect.button")}
      </Button>
      {asking && (
        <Modal
          open
          danger
          size="xs"
          modalHeading={t("disconnect.ask", { name: page.name })}
          primaryButtonText={t("disconnect.title")}
          primaryButtonDisabled={call.isPending}
          secondaryButtonText={t("control.cancel")}
          closeButtonLabel={t("app.close")}
          onRequestClose={() => setAsking(false)}
          onRequestSubmit={() => {
            setAsking(false);
            call.mutate();
          }}
          data-testid="disconnect-dialog"
        >
          <p>{t("disconnect.lead")}</p>
        </Modal>
      )}
    </section>
  );
}
