import { ChevronDown, ChevronUp } from "@carbon/icons-react";
import { Button, Select, SelectItem, TextInput } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useRef, useState } from "react";
import { ANY_SCORE, FILTERS, type Filter } from "../api/recordings";
import { useI18n } from "../i18n/i18n";
import { campaignNamesQuery, userNamesQuery } from "../live/targets";
import { ActiveFilters } from "./ActiveFilters";
import { RECORDING_STATES, SCORES } from "./recordingStates";

/** Those that stand behind "more filters". */
const SELDOM = ["state", "campaign", "assignee", "score", "tag"] as const;

type FiltersProps = { filter: Filter; onFilter: (filter: Filter) => void };

/** By what recordings are looked for: the usual in one row, all else when it is asked for. */
export function RecordingFilters({ filter, onFilter }: FiltersProps) {
  const { t, tn } = useI18n();
  const [draft, setDraft] = useState(filter);
  const [known, setKnown] = useState(filter);
  const [more, setMore] = useState(false);
  const folded = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const campaigns = useQuery(campaignNamesQuery).data ?? [];
  const agents = useQuery(userNamesQuery).data ?? [];
  const set = (name: keyof Filter) => (event: { target: { value: string } }) =>
    setDraft((before) => ({ ...before, [name]: event.target.value }));
  const choice = (name: keyof Filter, labelText: string, id: string = name) => ({
    id: `recordings-${id}`,
    size: "md" as const,
    labelText,
    value: draft[name] ?? "",
    onChange: set(name),
  });
  const field = (name: "q" | "customer" | "tag" | "from" | "to") => choice(name, t(`recordings.${name}`));
  const used = SELDOM.filter((name) => filter[name]).length;

  // What was taken away or came by a link is in the fields, too; what is typed beside it stays there.
  const changed = FILTERS.filter((name) => filter[name] !== known[name]);
  if (changed.length > 0) {
    setKnown(filter);
    setDraft({ ...draft, ...Object.fromEntries(changed.map((name) => [name, filter[name]])) });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    onFilter(draft);
  }

  return (
    <search className="recordings__search">
      <form onSubmit={submit} data-testid="recording-filters">
        <div className="recordings__fields">
          <TextInput {...field("q")} maxLength={200} />
          <TextInput {...field("customer")} maxLength={200} />
          <TextInput {...field("from")} type="date" max={draft.to} />
          <TextInput {...field("to")} type="date" min={draft.from} />
        </div>
        <div className="recordings__fields" id={folded} hidden={!more}>
          <Select {...choice("state", t("recordings.state"))}>
            <SelectItem value="" text={t("recordings.any")} />
            {RECORDING_STATES.map(({ word, value }) => (
              <SelectItem key={word} value={value} text={t(word)} />
            ))}
          </Select>
          <Select {...choice("campaign", t("campaignColumn.name"))}>
            <SelectItem value="" text={t("recordings.any")} />
            {campaigns.map(({ id, name }) => (
              <SelectItem key={id} value={id} text={name} />
            ))}
          </Select>
          <Select {...choice("assignee", t("agentColumn.name"), "agent")}>
            <SelectItem value="" text={t("recordings.any")} />
            {agents.map(({ id, name }) => (
              <SelectItem key={id} value={id} text={name} />
            ))}
          </Select>
          <Select {...choice("score", t("recordings.score"))}>
            <SelectItem value="" text={t("recordings.any")} />
            <SelectItem value={ANY_SCORE} text={t("recordings.rated")} />
            {SCORES.map((score) => (
              <SelectItem key={score} value={score} text={t("survey.score", { n: score })} />
            ))}
          </Select>
          <TextInput {...field("tag")} maxLength={40} />
        </div>
        <div className="recordings__buttons">
          <Button type="submit" size="md" data-testid="recordings-find">
            {t("recordings.find")}
          </Button>
          <Button
            ref={opener}
            kind="ghost"
            size="md"
            renderIcon={more ? ChevronUp : ChevronDown}
            aria-expanded={more}
            aria-controls={folded}
            onClick={() => setMore(!more)}
            data-testid="recordings-more"
          >
            {more ? t("recordings.fewer") : used > 0 ? tn("recordings.moreUsed", used) : t("recordings.more")}
          </Button>
        </div>
      </form>
      <ActiveFilters
        filter={filter}
        campaigns={campaigns}
        agents={agents}
        without={opener}
        onFilter={onFilter}
        onClear={() => {
          setDraft({});
          onFilter({});
        }}
      />
    </search>
  );
}
