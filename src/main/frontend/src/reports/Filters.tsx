import { ContentSwitcher, Select, SelectItem, Switch } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import type { Asked, ReportChannel } from "../api/reports";
import type { Named } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { campaignNamesQuery, userNamesQuery } from "../live/targets";
import { DayField } from "./DayField";
import { ownZone, PRESETS, periodOf, presetOf } from "./period";

type FiltersProps = {
  asked: Asked;
  now: Date;
  change: (changes: Partial<Asked>) => void;
};

/** Which conversations the report is about. */
export function Filters({ asked, now, change }: FiltersProps) {
  const { t } = useI18n();
  const campaigns = useQuery(campaignNamesQuery).data ?? [];
  const agents = useQuery(userNamesQuery).data ?? [];
  const preset = presetOf(asked, now, asked.zone);
  const zones = [...new Set([ownZone(), "UTC", asked.zone, ...Intl.supportedValuesOf("timeZone")])];
  function choose(name: string | number | undefined) {
    const chosen = PRESETS.find((one) => one === name);
    if (chosen !== undefined) change(periodOf(chosen, now, asked.zone));
  }

  return (
    <search className="reports__filters" aria-label={t("reports.filters")}>
      <ContentSwitcher
        key={preset ?? "days"}
        size="md"
        className="reports__presets"
        selectedIndex={preset === undefined ? -1 : PRESETS.indexOf(preset)}
        onChange={({ name }) => choose(name)}
      >
        {PRESETS.map((one) => (
          <Switch key={one} name={one} text={t(`reports.preset.${one}`)} data-testid={`preset-${one}`} />
        ))}
      </ContentSwitcher>
      {/* Where the switch has no room. */}
      <div className="reports__period">
        <Select
          id="report-period"
          labelText={t("reports.period")}
          value={preset ?? ""}
          onChange={({ target }) => choose(target.value)}
        >
          {preset === undefined && <SelectItem value="" text={t("reports.preset.own")} />}
          {PRESETS.map((one) => (
            <SelectItem key={one} value={one} text={t(`reports.preset.${one}`)} />
          ))}
        </Select>
      </div>
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
        <Choices chosen={asked.campaign} offered={campaigns} />
      </Select>
      <Select
        id="report-agent"
        labelText={t("reports.agent")}
        value={asked.agent}
        onChange={({ target }) => change({ agent: target.value })}
      >
        <SelectItem value="" text={t("reports.all")} />
        <Choices chosen={asked.agent} offered={agents} />
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

/** What can be chosen, and what the address has chosen though nobody knows its name. */
function Choices({ chosen, offered }: { chosen: string; offered: readonly Named[] }) {
  const known = chosen === "" || offered.some(({ id }) => id === chosen);
  return (
    <>
      {!known && <SelectItem value={chosen} text={chosen} />}
      {offered.map(({ id, name }) => (
        <SelectItem key={id} value={id} text={name} />
      ))}
    </>
  );
}
