import { Button, Select, SelectItem, TextInput } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ANY_SCORE, type Filter, OPEN_STATES } from "../api/recordings";
import { useI18n } from "../i18n/i18n";
import { monitorQuery } from "../live/board";
import { campaignsQuery } from "../live/campaigns";

const STATES = { open: OPEN_STATES, over: "CLOSED", ignored: "IGNORED" } as const;
const SCORES = ["1", "2", "3", "4", "5"];

type FiltersProps = { filter: Filter; onFilter: (filter: Filter) => void };

/** By what recordings are looked for. */
export function RecordingFilters({ filter, onFilter }: FiltersProps) {
  const { t } = useI18n();
  const [draft, setDraft] = useState(filter);
  const campaigns = useQuery(campaignsQuery).data ?? [];
  const agents = useQuery(monitorQuery).data?.agents ?? [];
  const set = (name: keyof Filter) => (event: { target: { value: string } }) =>
    setDraft((before) => ({ ...before, [name]: event.target.value }));
  const choice = (name: keyof Filter, labelText: string, id: string = name) => ({
    id: `recordings-${id}`,
    size: "sm" as const,
    labelText,
    value: draft[name] ?? "",
    onChange: set(name),
  });
  const field = (name: "q" | "customer" | "tag" | "from" | "to") => choice(name, t(`recordings.${name}`));

  function submit(event: FormEvent) {
    event.preventDefault();
    onFilter(draft);
  }

  return (
    <search>
      <form className="recordings__filters" onSubmit={submit} data-testid="recording-filters">
        <TextInput {...field("q")} maxLength={200} />
        <TextInput {...field("customer")} maxLength={200} />
        <TextInput {...field("from")} type="date" max={draft.to} />
        <TextInput {...field("to")} type="date" min={draft.from} />
        <Select {...choice("state", t("recordings.state"))}>
          <SelectItem value="" text={t("recordings.any")} />
          <SelectItem value={STATES.open} text={t("recordings.open")} />
          <SelectItem value={STATES.over} text={t("recordings.over")} />
          <SelectItem value={STATES.ignored} text={t("recordings.ignored")} />
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
        <div className="recordings__buttons">
          <Button type="submit" size="sm" data-testid="recordings-find">
            {t("recordings.find")}
          </Button>
          <Button
            kind="ghost"
            size="sm"
            onClick={() => {
              setDraft({});
              onFilter({});
            }}
          >
            {t("recordings.reset")}
          </Button>
        </div>
      </form>
    </search>
  );
}
