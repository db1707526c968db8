import { Add, Webhook as WebhookIcon } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { Loaded } from "../admin/Loaded";
import { changeWebhook, testWebhook, type Webhook } from "../api/webhooks";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { webhooksQuery } from "../live/webhooks";
import { BackLink } from "../shell/BackLink";
import { Empty } from "../shell/Empty";
import { useToast } from "../shell/Toasts";
import { SecretMade } from "./SecretMade";
import { WebhookConfirm } from "./WebhookConfirm";
import { WebhookDialog } from "./WebhookDialog";
import { type WebhookAct, WebhookRow } from "./WebhookRow";

type Asking = { act: WebhookAct; webhook: Webhook };

/** Where alerts go out to, and what became of each. */
export function WebhookList() {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const webhooks = useQuery(webhooksQuery);
  const [query, setQuery] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  useEffect(() => {
    document.title = `${t("webhooks.title")} – ${t("app.name")}`;
  }, [t]);
  const look = (id: string | null) => setQuery(id === null ? {} : { of: id }, { replace: true });
  const failed = (error: Error) => toast("error", t("webhooks.notSaved"), errorWords(error, t));
  const test = useMutation({
    mutationFn: ({ id }: Webhook) => testWebhook(id),
    onSuccess: (_, { id }) => {
      toast("success", t("webhooks.tested"));
      return client.invalidateQueries({ queryKey: keys.deliveries(id) });
    },
    onError: failed,
  });
  const turn = useMutation({
    mutationFn: ({ id, enabled }: Webhook) => changeWebhook(id, { enabled: !enabled }),
    onSuccess: ({ enabled }) => toast("success", t(enabled ? "webhooks.isOn" : "webhooks.isOff")),
    onError: failed,
    onSettled: () => client.invalidateQueries({ queryKey: keys.webhooks }),
  });
  const close = () => setAsking(null);

  return (
    <>
      <BackLink to="/supervision/alerts">{t("supervision.alerts")}</BackLink>
      <header className="pages__head">
        <div className="pages__who">
          <h1 className="pages__title">{t("webhooks.title")}</h1>
          <p className="pages__lead">{t("webhooks.lead")}</p>
        </div>
        <Button size="md" renderIcon={Add} onClick={() => setAdding(true)} data-testid="new-webhook">
          {t("webhooks.new")}
        </Button>
      </header>
      <Loaded query={webhooks} failed={t("webhooks.failed")}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={WebhookIcon} title={t("webhooks.none")} detail={t("webhooks.noneDetail")} />
          ) : (
            <ul className="alerts">
              {all.map((webhook) => (
                <WebhookRow
                  key={webhook.id}
                  webhook={webhook}
                  open={query.get("of") === webhook.id}
                  busy={test.isPending}
                  onOpen={(open) => look(open ? webhook.id : null)}
                  onTest={() => test.mutate(webhook, { onSuccess: () => look(webhook.id) })}
                  onSwitch={() => turn.mutate(webhook)}
                  onAsk={(act) => setAsking({ act, webhook })}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {adding && <WebhookDialog onClose={() => setAdding(false)} onMade={setSecret} />}
      {asking?.act === "change" && <WebhookDialog webhook={asking.webhook} onClose={close} onMade={setSecret} />}
      {asking !== null && asking.act !== "change" && (
        <WebhookConfirm webhook={asking.webhook} act={asking.act} onClose={close} onMade={setSecret} />
      )}
      {secret !== null && <SecretMade secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}
