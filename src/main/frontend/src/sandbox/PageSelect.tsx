import { Select, SelectItem } from "@carbon/react";
import { useId } from "react";
import type { FacebookPage } from "../api/sandboxTypes";
import { useI18n } from "../i18n/i18n";

type PageSelectProps = {
  pages: readonly FacebookPage[];
  value: string | null;
  onChange: (page: string | null) => void;
  /** Whether all of them may be chosen at once. */
  all?: boolean;
};

/** Chooses one of the Pages. */
export function PageSelect({ pages, value, onChange, all = false }: PageSelectProps) {
  const { t } = useI18n();
  const id = useId();
  return (
    <Select
      id={id}
      size="sm"
      labelText={t("sandbox.choosePage")}
      hideLabel
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
      data-testid="sandbox-page-select"
    >
      {all && <SelectItem value="" text={t("sandbox.allPages")} />}
      {pages.map((page) => (
        <SelectItem key={page.id} value={page.id} text={page.name} />
      ))}
    </Select>
  );
}
