import { ComboBox, Search, Select, SelectItem } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { TICKET_OWNERS, TICKET_STATES, type TicketFilter, type TicketStates } from "../../api/inbox";
import { useI18n } from "../../i18n/i18n";
import { offeredTagsQuery } from "../../live/notes";
import { campaignNamesQuery } from "../../live/targets";
import { fits } from "../../shell/fits";

const LONGEST = 100;
const STATES = Object.keys(TICKET_STATES) as TicketStates[];

type TicketFiltersProps = {
  filter: TicketFilter;
  typed: string;
  onTyped: (text: string) => void;
  onChange: (changes: Partial<TicketFilter>) => void;
};

/** What the table shows. */
export function TicketFilters({ filter, typed, onTyped, onChange }: TicketFiltersProps) {
  const { t } = useI18n();
  const offered = useQuery(offeredTagsQuery(filter.campaign)).data ?? [];
  const campaigns = useQuery(campaignNamesQuery).data ?? [];
  return (
    <div className="tickets__filters">
      <Search
        id="ticket-search"
        size="md"
        labelText={t("finished.search")}
        placeholder={t("finished.search")}
        closeButtonLabelText={t("transfer.clear")}
        value={typed}
        onChange={(event) => onTyped(event.target.value.slice(0, LONGEST))}
        data-testid="ticket-search"
      />
      <Select
        id="ticket-states"
        size="md"
        labelText={t("details.state")}
        value={filter.states}
        onChange={(event) => onChange({ states: event.target.value as TicketStates })}
        data-testid="ticket-states"
      >
        {STATES.map((one) => (
          <SelectItem key={one} value={one} text={t(`ticket.states.${one}`)} />
        ))}
      </Select>
      <Select
        id="ticket-owner"
        size="md"
        labelText={t("ticket.owner")}
        value={filter.owner}
        onChange={(event) => onChange({ owner: event.target.value as TicketFilter["owner"] })}
        data-testid="ticket-owner"
      >
        {TICKET_OWNERS.map((one) => (
          <SelectItem key={one} value={one} text={t(`ticket.owner.${one}`)} />
        ))}
      </Select>
      <Select
        id="ticket-campaign"
        size="md"
        labelText={t("details.campaign")}
        value={filter.campaign ?? ""}
        onChange={(event) => onChange({ campaign: event.target.value === "" ? null : event.target.value })}
        data-testid="ticket-campaign"
      >
        <SelectItem value="" text={t("ticket.anyCampaign")} />
        {campaigns.map(({ id, name }) => (
          <SelectItem key={id} value={id} text={name} />
        ))}
      </Select>
      <ComboBox
        id="ticket-tag"
        size="md"
        allowCustomValue
        titleText={t("tags.tag")}
        placeholder={t("tags.any")}
        items={offered}
        selectedItem={filter.tag ?? null}
        shouldFilterItem={({ item, inputValue }) => inputValue === null || fits(item, inputValue)}
        onChange={({ selectedItem, inputValue }) => {
          const tag = (selectedItem ?? inputValue ?? "").trim();
          onChange({ tag: tag === "" ? null : tag });
        }}
      />
    </div>
  );
}
