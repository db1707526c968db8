import { Devices, Edit } from "@carbon/icons-react";
import { IconButton, Tag } from "@carbon/react";
import type { User } from "../api/admin";
import { useI18n } from "../i18n/i18n";
import { Avatar } from "../shell/Avatar";

type UserRowProps = { user: User; onChange: () => void; onSessions: () => void };

/** One user: what for, and how. */
export function UserRow({ user, onChange, onSessions }: UserRowProps) {
  const { t } = useI18n();
  const { id, name, roles, enabled, program, company } = user;
  return (
    <li className={`user-row ${enabled ? "" : "user-row--off"}`} data-testid="user" data-id={id}>
      <Avatar id={id} name={name} />
      <div className="page-row__name">
        <button type="button" className="team-row__open" onClick={onChange}>
          {name}
        </button>
        <span className="page-row__id">{id}</span>
      </div>
      <div className="user-row__tags">
        {roles.map((role) => (
          <Tag key={role} size="sm" type="blue">
            {t(`role.${role}`)}
          </Tag>
        ))}
        {program && (
          <Tag size="sm" type="purple">
            {t("users.program")}
          </Tag>
        )}
        {company && (
          <Tag size="sm" type="teal">
            {t("users.company")}
          </Tag>
        )}
        {!enabled && (
          <Tag size="sm" type="outline">
            {t("users.disabled")}
          </Tag>
        )}
      </div>
      <div className="team-row__tools">
        {!program && (
          <IconButton kind="ghost" size="md" align="left" label={t("users.sessionsOf", { name })} onClick={onSessions}>
            <Devices size={16} />
          </IconButton>
        )}
        <IconButton kind="ghost" size="md" align="left" label={t("users.change", { name })} onClick={onChange}>
          <Edit size={16} />
        </IconButton>
      </div>
    </li>
  );
}
