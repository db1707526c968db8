import { Button, Select, SelectItem, TextArea } from "@carbon/react";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { answerInInbox, controlThread, requestDeletion, shiftWindow } from "../../api/sandbox";
import type { Answered, ControlAction, Customer } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { useNow } from "../../live/now";
import { apply, applyMessage } from "../apply";
import { windowOf } from "../window";
import { AnswerOf } from "./AnswerOf";
import { Card } from "./Card";
import { useSet } from "./useSet";

type CustomerCardProps = { customer: Customer };

/** Hours since the customer was last in touch, by what becomes possible or impossible then. */
const SHIFTS = { now: 0, almost: 23.5, over: 25, week: 24 * 8, never: null } as const;
type Shift = keyof typeof SHIFTS;
const SHIFT_NAMES = Object.keys(SHIFTS) as Shift[];

export function WindowCard({ customer }: CustomerCardProps) {
  const { t, formats } = useI18n();
  const id = useId();
  const set = useSet();
  const client = useQueryClient();
  const [shift, setShift] = useState<Shift>("over");
  const state = windowOf(customer.contactAt, useNow());
  return (
    <Card title={t("sandbox.window")} lead={t("sandbox.window.lead")} data-testid="sandbox-window-card">
      <p className="lever__state">
        {state.kind === "open"
          ? t("sandbox.windowOpen", { when: formats.moment(state.closesAt) })
          : t(state.kind === "closed" ? "sandbox.windowClosed" : "sandbox.windowNever")}
      </p>
      <Select
        id={id}
        labelText={t("sandbox.window.last")}
        value={shift}
        onChange={(event) => setShift(event.target.value as Shift)}
      >
        {SHIFT_NAMES.map((name) => (
          <SelectItem key={name} value={name} text={t(`sandbox.window.${name}`)} />
        ))}
      </Select>
      <Button
        size="sm"
        onClick={() =>
          void set(
            () => shiftWindow(customer.id, SHIFTS[shift]),
            (changed) => apply(client, "customer", changed),
          )
        }
        data-testid="sandbox-window-set"
      >
        {t("sandbox.window.set")}
      </Button>
    </Card>
  );
}

export function InboxCard({ customer }: CustomerCardProps) {
  const { t } = useI18n();
  const id = useId();
  const set = useSet();
  const client = useQueryClient();
  const [text, setText] = useState("");
  async function send() {
    const done = await set(
      () => answerInInbox(customer.id, text.trim()),
      (message) => applyMessage(client, message),
    );
    if (done) setText("");
  }
  return (
    <Card title={t("sandbox.inbox")} lead={t("sandbox.inbox.lead")} data-testid="sandbox-inbox-card">
      <TextArea
        id={id}
        labelText={t("sandbox.inbox.text", { name: customer.name })}
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button size="sm" disabled={text.trim() === ""} onClick={() => void send()} data-testid="sandbox-inbox-send">
        {t("sandbox.inbox.send")}
      </Button>
    </Card>
  );
}

const ACTIONS: readonly ControlAction[] = ["TAKE", "PASS", "RELEASE", "REQUEST"];

export function ControlCard({ customer }: CustomerCardProps) {
  const { t } = useI18n();
  const set = useSet();
  const client = useQueryClient();
  const elsewhere = customer.owner !== null;
  const possible = (action: ControlAction) => (action === "TAKE" || action === "REQUEST" ? !elsewhere : elsewhere);
  return (
    <Card title={t("sandbox.control")} lead={t("sandbox.control.lead")} data-testid="sandbox-control-card">
      <p className="lever__state">{t(elsewhere ? "sandbox.control.elsewhere" : "sandbox.control.here")}</p>
      <div className="lever__row">
        {ACTIONS.filter(possible).map((action) => (
          <Button
            key={action}
            kind="tertiary"
            size="sm"
            onClick={() =>
              void set(
                () => controlThread(customer.id, action),
                (changed) => apply(client, "customer", changed),
              )
            }
            data-testid={`sandbox-control-${action}`}
          >
            {t(`sandbox.control.${action}`)}
          </Button>
        ))}
      </div>
    </Card>
  );
}

export function DeletionCard({ customer }: CustomerCardProps) {
  const { t } = useI18n();
  const set = useSet();
  const [answer, setAnswer] = useState<Answered | null>(null);
  return (
    <Card title={t("sandbox.deletion")} lead={t("sandbox.deletion.lead")} data-testid="sandbox-deletion-card">
      <Button
        kind="danger--tertiary"
        size="sm"
        onClick={() => void set(() => requestDeletion(customer.id), setAnswer)}
        data-testid="sandbox-deletion"
      >
        {t("sandbox.deletion.ask", { name: customer.name })}
      </Button>
      <AnswerOf answer={answer} />
    </Card>
  );
}
