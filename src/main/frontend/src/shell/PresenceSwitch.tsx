import { useMutation, useQueryClient } from "@tanstack/react-query";
import { putPresence } from "../api/desk";
import type { Me, Presence, PresenceState } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { useToast } from "./Toasts";

const STATES: readonly PresenceState[] = ["ONLINE", "AWAY", "OFFLINE"];

export function usePresenceChange() {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: putPresence,
    onSuccess: (presence) => client.setQueryData<Me>(keys.me, (me) => me && { ...me, presence }),
    onError: (error) => toast("error", t("presence.failed"), errorWords(error, t)),
  });
}

/** Whether the agent is given conversations, and how many of their places are taken. */
export function PresenceSwitch({ presence }: { presence: Presence }) {
  const { t } = useI18n();
  const change = usePresenceChange();
  const shown = change.isPending ? change.variables : presence.presence;
  const full = presence.load >= presence.capacity;

  return (
    <div className="presence">
      <span className={`presence__load ${full ? "presence__load--full" : ""}`} title={t("presence.loadHint")}>
        <span className="visually-hidden">{t("presence.loadHint")} – </span>
        <span data-testid="presence-load">
          {t("presence.load", { load: presence.load, capacity: presence.capacity })}
        </span>
        <span className="presence__meter" aria-hidden="true">
          {Array.from({ length: Math.min(presence.capacity, 10) }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the places are alike and keep their order
            <i key={place} className={place < presence.load ? "taken" : ""} />
          ))}
        </span>
      </span>
      <fieldset className="presence__states" data-testid="presence-switch" data-presence={presence.presence}>
        <legend className="visually-hidden">{t("presence.label")}</legend>
        {STATES.map((state) => (
          <label key={state} className="presence__state" data-testid={`presence-${state.toLowerCase()}`}>
            <input
              type="radio"
              name="presence"
              value={state}
              checked={shown === state}
              onChange={() => change.mutate(state)}
              className="visually-hidden"
            />
            <span className={`dot dot--${state.toLowerCase()}`} aria-hidden="true" />
            {t(`presence.${state}`)}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
