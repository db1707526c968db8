import { Button, OverflowMenu, OverflowMenuItem, Tag } from "@carbon/react";
import type { Webhook } from "../api/webhooks";
import { useI18n } from "../i18n/i18n";
import { DeliveryLog } from "./DeliveryLog";

/** What can be done to a webhook that needs a word first. */
export type WebhookAct = "change" | "rotate" | "delete";

type WebhookRowProps = {
  webhook: Webhook;
  open: boolean;
  busy: boolean;
  onOpen: (open: boolean) => void;
  onTest: () => void;
  onSwitch: () => void;
  onAsk: (act: WebhookAct) => void;
};

/** One webhook: where it leads to, whether it is on, and what went out to it. */
export function WebhookRow({ webhook, open, busy, onOpen, onTest, onSwitch, onAsk }: WebhookRowProps) {
  const { t, formats } = useI18n();
  const { url, enabled, createdAt } = webhook;
  return (
    <li data-testid="webhook" data-url={url} data-enabled={enabled}>
      <div className="webhook">
        <div className="page-row__name">
          <strong className="webhook__url">{url}</strong>
          <span className="page-row__id">{t("webhooks.since", { when: formats.date(createdAt) })}</span>
        </div>
        <Tag size="sm" type={enabled ? "green" : "gray"}>
          {t(enabled ? "webhooks.on" : "webhooks.off")}
        </Tag>
        <div className="webhook__tools">
          <Button kind="ghost" size="sm" disabled={!enabled || busy} onClick={onTest} data-testid="webhook-test">
            {t("webhooks.test")}
          </Button>
          <Button
            kind="ghost"
            size="sm"
            aria-expanded={open}
            onClick={() => onOpen(!open)}
            data-testid="webhook-deliveries"
          >
            {t(open ? "delivery.hide" : "delivery.title")}
          </Button>
          <OverflowMenu
            size="sm"
            flipped
            aria-label={t("webhooks.menu", { url })}
            iconDescription={t("webhooks.menu", { url })}
            data-testid="webhook-menu"
          >
            <OverflowMenuItem
              data-testid="webhook-change"
              itemText={t("webhooks.change")}
              onClick={() => onAsk("change")}
            />
            <OverflowMenuItem
              data-testid="webhook-switch"
              itemText={t(enabled ? "webhooks.switchOff" : "webhooks.switchOn")}
              onClick={onSwitch}
            />
            <OverflowMenuItem
              data-testid="webhook-rotate"
              itemText={t("webhooks.rotate")}
              onClick={() => onAsk("rotate")}
            />
            <OverflowMenuItem
              data-testid="webhook-delete"
              hasDivider
              isDelete
              itemText={t("webhooks.delete")}
              onClick={() => onAsk("delete")}
            />
          </OverflowMenu>
        </div>
      </div>
      {open && <DeliveryLog webhook={webhook} />}
    </li>
  );
}
