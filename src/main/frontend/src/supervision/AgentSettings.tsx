import { Modal, NumberInput, OverflowMenu, OverflowMenuItem } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import type { AgentRow } from "../api/board";
import { putAgentCapacity, putAgentPresence } from "../api/recordings";
import type { Presence, PresenceState } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { applyPresenceToMonitor } from "../live/board";
import { useToast } from "../shell/Toasts";

const STATES: readonly PresenceState[] = ["ONLINE", "AWAY", "OFFLINE"];
const MOST = 100;

/** What those who lead change of an agent, who is told by whom. */
export function AgentSettings({ agent }: { agent: AgentRow }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [limiting, setLimiting] = useState(false);
  const change = useMutation({
    mutationFn: (call: () => Promise<Presence>) => call(),
    onSuccess: (presence) => {
      applyPresenceToMonitor(client, { agent, presence });
      setLimiting(false);
      toast("success", t("agent.changed", { name: agent.name }));
    },
    onError: (error) => toast("error", t("agent.failed"), errorWords(error, t)),
  });
  return (
    <>
      <OverflowMenu
        size="sm"
        flipped
        aria-label={t("agent.menu", { name: agent.name })}
        iconDescription={t("agent.menu", { name: agent.name })}
        data-testid="agent-menu"
      >
        {STATES.filter((state) => state !== agent.presence).map((state) => (
          <OverflowMenuItem
            key={state}
            itemText={t("agent.become", { state: t(`presence.${state}`) })}
            onClick={() => change.mutate(() => putAgentPresence(agent.id, state))}
          />
        ))}
        <OverflowMenuItem hasDivider itemText={t("agent.capacity")} onClick={() => setLimiting(true)} />
      </OverflowMenu>
      {limiting && (
        <CapacityDialog
          agent={agent}
          busy={change.isPending}
          onClose={() => setLimiting(false)}
          onChange={(capacity) => change.mutate(() => putAgentCapacity(agent.id, capacity))}
        />
      )}
    </>
  );
}

type DialogProps = { agent: AgentRow; busy: boolean; onClose: () => void; onChange: (capacity: number | null) => void };

function CapacityDialog({ agent, busy, onClose, onChange }: DialogProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState<string | number>(agent.capacity);
  const capacity = typed === "" ? null : Number(typed);
  const wrong = capacity !== null && (!Number.isInteger(capacity) || capacity < 0 || capacity > MOST);
  return createPortal(
    <Modal
      open
      size="xs"
      modalHeading={t("agent.capacityTitle", { name: agent.name })}
      primaryButtonText={t("agent.save")}
      primaryButtonDisabled={wrong || busy}
      secondaryButtonText={t("control.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => onChange(capacity)}
      selectorPrimaryFocus="#agent-capacity"
      data-testid="capacity-dialog"
    >
      <NumberInput
        id="agent-capacity"
        label={t("agent.capacityLabel")}
        helperText={t("agent.capacityHint")}
        allowEmpty
        min={0}
        max={MOST}
        value={typed}
        invalid={wrong}
        invalidText={t("agent.capacityWrong", { most: MOST })}
        onChange={(_, { value }) => setTyped(value)}
      />
    </Modal>,
    document.body,
  );
}
