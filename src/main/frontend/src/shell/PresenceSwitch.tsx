import { ChevronDown } from "@carbon/icons-react";
import { OverflowMenu, OverflowMenuItem } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { fetchBreakReasons, KNOWN_REASONS, type PresenceWish } from "../api/presence";
import type { Presence } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { keys } from "../live/queries";
import { usePresenceChange } from "./usePresenceChange";

const CHOICES = ["ONLINE", "BUSY", "BREAK", "OFFLINE"] as const;
type Choice = (typeof CHOICES)[number];

/** Who is away without having said why counts as on a break. */
function choiceOf({ presence, pause }: PresenceWish): Choice {
  if (presence !== "AWAY") return presence;
  return pause?.kind === "BUSY" ? "BUSY" : "BREAK";
}

function wishOf(choice: Choice, reason: string | null = null): PresenceWish {
  if (choice === "ONLINE" || choice === "OFFLINE") return { presence: choice };
  return { presence: "AWAY", pause: { kind: choice, reason } };
}

/** What a reason for a break is called. */
export function useReasonWords(): (reason: string) => string {
  const { t } = useI18n();
  return (reason) => {
    const known = KNOWN_REASONS.find((one) => one === reason);
    return known === undefined ? reason : t(`presence.reason.${known}`);
  };
}

/** Whether the agent is given conversations, and how many of their places are taken. */
export function PresenceSwitch({ presence }: { presence: Presence }) {
  const { t } = useI18n();
  const change = usePresenceChange();
  const reasonWords = useReasonWords();
  const wish: PresenceWish = change.isPending
    ? change.variables
    : { presence: presence.presence, ...(presence.pause && { pause: presence.pause }) };
  const shown = choiceOf(wish);
  const full = presence.load >= presence.capacity;
  const inactive = wish.pause?.kind === "INACTIVE";
  const reason = wish.pause?.reason;
  const breakWords = inactive || wish.pause === undefined ? t("presence.AWAY") : reason && reasonWords(reason);

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
      <fieldset
        className="presence__states"
        data-testid="presence-switch"
        data-presence={presence.presence}
        data-pause={presence.pause?.kind}
      >
        <legend className="visually-hidden">{t("presence.label")}</legend>
        {CHOICES.map((choice) => (
          <Fragment key={choice}>
            <label
              className="presence__state"
              title={t(`presence.${choice}`)}
              data-testid={`presence-${choice.toLowerCase()}`}
            >
              <input
                type="radio"
                name="presence"
                value={choice}
                checked={shown === choice}
                onChange={() => change.mutate(wishOf(choice))}
                className="visually-hidden"
              />
              <span className={`dot dot--${choice.toLowerCase()}`} aria-hidden="true" />
              <span className="presence__word">
                {choice === "BREAK" && shown === "BREAK" && breakWords ? breakWords : t(`presence.${choice}`)}
              </span>
            </label>
            {choice === "BREAK" && shown === "BREAK" && (
              <BreakReasons onChoose={(chosen) => change.mutate(wishOf("BREAK", chosen))} />
            )}
          </Fragment>
        ))}
      </fieldset>
    </div>
  );
}

/** What kind of break it is, from the list that administrators may change. */
function BreakReasons({ onChoose }: { onChoose: (reason: string) => void }) {
  const { t } = useI18n();
  const reasonWords = useReasonWords();
  const { data } = useQuery({ queryKey: keys.breakReasons, queryFn: fetchBreakReasons, staleTime: 60_000 });
  if (data === undefined || data.length === 0) return null;
  return (
    <OverflowMenu
      className="presence__reasons"
      aria-label={t("presence.reasons")}
      iconDescription={t("presence.reasons")}
      renderIcon={() => <ChevronDown size={16} />}
      size="sm"
      flipped
      data-testid="break-reasons"
    >
      {data.map((reason) => (
        <OverflowMenuItem
          key={reason}
          itemText={reasonWords(reason)}
          onClick={() => onChoose(reason)}
          data-testid={`break-${reason}`}
        />
      ))}
    </OverflowMenu>
  );
}
