import { CheckmarkFilled, ErrorFilled, Pending, Send } from "@carbon/icons-react";
import { Button, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Loaded } from "../admin/Loaded";
import { type Delivery, sendAgain, type Webhook } from "../api/webhooks";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { deliveriesQuery } from "../live/webhooks";
import { Empty } from "../shell/Empty";
import { useToast } from "../shell/Toasts";
import { answerWords, deliveryWords } from "./webhookWords";

const COLUMNS = ["state", "what", "when", "tries", "answer", "next", "again"] as const;
const ICONS = { PENDING: Pending, SENT: CheckmarkFilled, FAILED: ErrorFilled };

/** What went out to a webhook lately, and what became of it. */
export function DeliveryLog({ webhook }: { webhook: Webhook }) {
  const { t } = useI18n();
  const deliveries = useQuery(deliveriesQuery(webhook.id));
  return (
    <section className="deliveries" aria-label={t("delivery.titleOf", { url: webhook.url })} data-testid="deliveries">
      <Loaded query={deliveries} failed={t("delivery.failed")}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={Send} title={t("delivery.none")} detail={t("delivery.noneDetail")} />
          ) : (
            <div className="board__scroll">
              <Table size="md" aria-label={t("delivery.titleOf", { url: webhook.url })}>
                <TableHead>
                  <TableRow>
                    {COLUMNS.map((column) => (
                      <TableHeader key={column} className={column === "tries" ? "board__number" : ""}>
                        {column === "again" ? (
                          <span className="visually-hidden">{t("deliveryColumn.again")}</span>
                        ) : (
                          t(`deliveryColumn.${column}`)
                        )}
                      </TableHeader>
                    ))}
                  </TableRow>
                </TableHead>
                <TableBody>
                  {all.map((delivery) => (
                    <DeliveryRow key={delivery.id} delivery={delivery} webhook={webhook} />
                  ))}
                </TableBody>
              </Table>
            </div>
          )
        }
      </Loaded>
    </section>
  );
}

function DeliveryRow({ delivery, webhook }: { delivery: Delivery; webhook: Webhook }) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { state, attempts, createdAt, nextAt, againBy } = delivery;
  const Icon = ICONS[state];
  return (
    <TableRow data-testid="delivery" data-state={state} data-event={delivery.event}>
      <TableCell>
        <span className={`deliveries__state deliveries__state--${state.toLowerCase()}`}>
          <Icon size={16} />
          {t(`delivery.${state}`)}
        </span>
      </TableCell>
      <TableCell>{deliveryWords(delivery, i18n)}</TableCell>
      <TableCell>
        <time dateTime={createdAt}>{formats.exact(createdAt)}</time>
      </TableCell>
      <TableCell className="board__number" data-testid="tries">
        {attempts}
      </TableCell>
      <TableCell>
        {answerWords(delivery, i18n)}
        {againBy !== null && <span className="board__aside">{t("delivery.againBy", { name: againBy })}</span>}
      </TableCell>
      <TableCell>
        {nextAt === null ? t("delivery.noNext") : <time dateTime={nextAt}>{formats.exact(nextAt)}</time>}
      </TableCell>
      <TableCell className="board__number">
        {state === "FAILED" && <SendAgain delivery={delivery} webhook={webhook} />}
      </TableCell>
    </TableRow>
  );
}

/** Has what was given up go out once more. */
function SendAgain({ delivery, webhook }: { delivery: Delivery; webhook: Webhook }) {
  const i18n = useI18n();
  const { t } = i18n;
  const client = useQueryClient();
  const toast = useToast();
  const again = useMutation({
    mutationFn: () => sendAgain(webhook.id, delivery.id),
    onSuccess: () => toast("success", t("delivery.againSent")),
    onError: (error) => toast("error", t("webhooks.notSaved"), errorWords(error, t)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.deliveries(webhook.id) }),
  });
  return (
    <Button
      kind="ghost"
      size="sm"
      disabled={!webhook.enabled || again.isPending}
      title={webhook.enabled ? undefined : t("delivery.againOff")}
      aria-label={t("delivery.againNamed", { what: deliveryWords(delivery, i18n) })}
      onClick={() => again.mutate()}
      data-testid="delivery-again"
    >
      {t("delivery.again")}
    </Button>
  );
}
