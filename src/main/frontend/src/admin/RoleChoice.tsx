import { Checkbox, CheckboxGroup } from "@carbon/react";
import type { Role } from "../api/types";
import { useI18n } from "../i18n/i18n";

export const ROLES: readonly Role[] = ["AGENT", "SUPERVISOR", "ANALYST", "ADMIN"];

type RoleChoiceProps = {
  id: string;
  legend: string;
  offered: readonly Role[];
  chosen: readonly Role[];
  onChange: (roles: Role[]) => void;
};

/** Some of the roles, each with what it is for. */
export function RoleChoice({ id, legend, offered, chosen, onChange }: RoleChoiceProps) {
  const { t } = useI18n();
  return (
    <CheckboxGroup legendText={legend}>
      {offered.map((role) => (
        <Checkbox
          key={role}
          id={`${id}-${role}`}
          labelText={t(`role.${role}`)}
          helperText={t(`role.${role}.help`)}
          checked={chosen.includes(role)}
          onChange={(_, { checked }) =>
            onChange(ROLES.filter((one) => (one === role ? checked : chosen.includes(one))))
          }
        />
      ))}
    </CheckboxGroup>
  );
}
