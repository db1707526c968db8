import { ContentSwitcher, Select, SelectItem, Switch } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import type { Asked, Group, ReportChannel } from "../api/reports";
import { useI18n } from "../i18n/i18n";
import { campaignsQuery } from "../live/campaigns";
import { DayField } from "./DayField";
import { ownZone, PRESETS, periodOf, presetOf } from "./period";

type FiltersProps = {
  asked: Asked;
  now: Date;
  agents: Group[];
  change: (changes: Partial<Asked>) => void;
};

/** Which conversations the report is about. */
export function Filters({ asked, now, agents, change }: FiltersProps) {
  const { t } = useI18n();
  const campaigns = useQuery(campaignsQuery);
  const preset = presetOf(asked, now, asked.zone);
  const zones = [...new Set([ownZone(), "UTC", asked.zone, ...Intl.supportedValuesOf("timeZone")])];
  const known = agents.some(({ id }) => id === asked.agent) || asked.agent === "";

  return (
    <search className="reports__filters" aria-label={t("reports.filters")}>
      <ContentSwitcher
        key={preset ?? "days"}
        size="md"
        className="reports__presets"
        selectedIndex={preset === undefined ? -1 : PRESETS.indexOf(preset)}
        onChange={({ name }) => {
          const chosen = PRESETS.find((one) => one === name);
          if (chosen !== undefined) change(periodOf(chosen, now, asked.zone));
        }}
      >
        {PRESETS.map((one) => (
          <Switch key={one} name={one} text={t(`reports.preset.${one}`)} data-testid={`preset-${one}`} />
        ))}
      </ContentSwitcher>
      <DayField
        id="report-from"
        label={t("reports.from")}
        value={asked.from}
        max={asked.to}
        choose={(from) => change({ from })}
      />
      <DayField
        id="report-to"
        label={t("reports.to")}
        value={asked.to}
        min={asked.from}
        choose={(to) => change({ to })}
      />
      <Select
        id="report-zone"
        labelText={t("reports.zone")}
        value={asked.zone}
        onChange={({ target }) => change({ zone: target.value })}
      >
        {zones.map((zone) => (
          <SelectItem key={zone} value={zone} text={zone.replaceAll("_", " ")} />
        ))}
      </Select>
      <Select
        id="report-campaign"
        labelText={t("reports.campaign")}
        value={asked.campaign}
        onChange={({ target }) => change({ campaign: target.value })}
      >
        <SelectItem value="" text={t("reports.allCampaigns")} />
        {campaigns.data?.map(({ id, name }) => (
          <SelectItem key={id} value={id} text={name} />
        ))}
      </Select>
      <Select
        id="report-agent"
        labelText={t("reports.agent")}
        value={asked.agent}
        onChange={({ target }) => change({ agent: target.value })}
      >
        <SelectItem value="" text={t("reports.all")} />
        {!known && <SelectItem value={asked.agent} text={asked.agent} />}
        {agents.map(({ id, name }) => (
          <SelectItem key={id} value={id} text={name} />
        ))}
      </Select>
      <Select
        id="report-channel"
        labelText={t("reports.channel")}
        value={asked.channel}
        onChange={({ target }) => change({ channel: target.value as ReportChannel })}
      >
        <SelectItem value="" text={t("reports.all")} />
        <SelectItem value="MESSENGER" text={t("reports.messages")} />
        <SelectItem value="COMMENT" text={t("reports.comments")} />
      </Select>
    </search>
  );
}
