import { Select, SelectItem } from "@carbon/react";
import { useId } from "react";
import type { Customer } from "../api/sandboxTypes";
import { useI18n } from "../i18n/i18n";

type CustomerSelectProps = {
  customers: readonly Customer[];
  value: string;
  onChange: (id: string) => void;
  label: string;
  hideLabel?: boolean;
  /** The Page itself, where it may speak, too. */
  page?: { id: string; text: string };
};

/** Chooses who acts. */
export function CustomerSelect({ customers, value, onChange, label, hideLabel = false, page }: CustomerSelectProps) {
  const { t } = useI18n();
  const id = useId();
  return (
    <Select
      id={id}
      size={hideLabel ? "sm" : "md"}
      labelText={label}
      hideLabel={hideLabel}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      data-testid="sandbox-who"
    >
      {customers.length === 0 && page === undefined && <SelectItem value="" text={t("sandbox.nobody")} />}
      {customers.map((customer) => (
        <SelectItem key={customer.id} value={customer.id} text={customer.name} />
      ))}
      {page !== undefined && <SelectItem value={page.id} text={page.text} />}
    </Select>
  );
}
