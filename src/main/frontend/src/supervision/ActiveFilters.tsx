import { Button, DismissibleTag } from "@carbon/react";
import { type RefObject, useEffect, useRef } from "react";
import { ANY_SCORE, FILTERS, type Filter } from "../api/recordings";
import type { Named } from "../api/types";
import { useI18n } from "../i18n/i18n";
import type { WordKey } from "../i18n/words";
import { RECORDING_STATES } from "./recordingStates";

type Name = (typeof FILTERS)[number];
const LABELS: Record<Name, WordKey> = {
  state: "recordings.state",
  from: "recordings.from",
  to: "recordings.to",
  campaign: "campaignColumn.name",
  assignee: "agentColumn.name",
  customer: "recordings.customer",
  tag: "recordings.tag",
  score: "recordings.score",
  q: "recordings.q",
};

type ActiveFiltersProps = {
  filter: Filter;
  campaigns: readonly Named[];
  agents: readonly Named[];
  /** Where the focus goes when nothing is left to be taken away. */
  without: RefObject<HTMLElement | null>;
  onFilter: (filter: Filter) => void;
  onClear: () => void;
};

/** What the list is narrowed down by, each of which can be taken away. */
export function ActiveFilters({ filter, campaigns, agents, without, onFilter, onClear }: ActiveFiltersProps) {
  const { t, formats } = useI18n();
  const active = FILTERS.filter((name) => filter[name]);
  const list = useRef<HTMLUListElement>(null);
  /** The place of the one that is just taken away, which the next one takes, or else the one before. */
  const leaving = useRef<number>(null);
  const left = active.length;
  useEffect(() => {
    if (leaving.current === null) return;
    const place = Math.min(leaving.current, left - 1);
    leaving.current = null;
    const next = list.current?.querySelectorAll("button")[place];
    (next ?? without.current)?.focus();
  }, [left, without]);
  if (active.length === 0) return null;

  function told(name: Name, value: string): string {
    switch (name) {
      case "state": {
        const state = RECORDING_STATES.find((one) => one.value === value);
        return state === undefined ? value : t(state.word);
      }
      case "from":
      case "to":
        return formats.date(`${value}T12:00:00`);
      case "campaign":
        return campaigns.find(({ id }) => id === value)?.name ?? value;
      case "assignee":
        return agents.find(({ id }) => id === value)?.name ?? value;
      case "score":
        return value === ANY_SCORE ? t("recordings.rated") : t("survey.score", { n: value });
      default:
        return value;
    }
  }

  return (
    <ul ref={list} className="recordings__active" aria-label={t("recordings.active")} data-testid="recordings-active">
      {active.map((name, place) => {
        const text = t("recordings.activeOne", { name: t(LABELS[name]), value: told(name, filter[name] ?? "") });
        return (
          <li key={name}>
            <DismissibleTag
              type="high-contrast"
              text={text}
              dismissTooltipLabel={t("recordings.without", { filter: text })}
              title={t("recordings.without", { filter: text })}
              onClose={() => {
                leaving.current = place;
                onFilter({ ...filter, [name]: undefined });
              }}
              data-testid={`active-${name}`}
            />
          </li>
        );
      })}
      <li>
        <Button
          kind="ghost"
          size="sm"
          onClick={() => {
            leaving.current = 0;
            onClear();
          }}
          data-testid="recordings-reset"
        >
          {t("recordings.reset")}
        </Button>
      </li>
    </ul>
  );
}
