import { Button, Tag } from "@carbon/react";
import type { Token } from "../api/admin";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";

/** One token: what it may do, how long, and when it was last used. */
export function TokenRow({ token, own, onRevoke }: { token: Token; own: boolean; onRevoke: () => void }) {
  const { t, formats } = useI18n();
  const now = useNow();
  const { name, user, hint, roles, readOnly, expiresAt, lastUsedAt } = token;
  const expired = expiresAt !== null && Date.parse(expiresAt) <= now;
  const facts = [
    own ? null : user,
    hint === null ? null : t("tokens.hint", { hint }),
    expiresAt === null ? t("tokens.noEnd") : t("tokens.until", { when: formats.date(expiresAt) }),
    lastUsedAt === null ? t("tokens.neverUsed") : t("tokens.lastUsed", { when: formats.moment(lastUsedAt) }),
  ];
  return (
    <li className="token-row" data-testid="token" data-name={name}>
      <div className="page-row__name">
        <strong>{name}</strong>
        <span className="page-row__id">{facts.filter((fact) => fact !== null).join(" · ")}</span>
      </div>
      <div className="user-row__tags">
        {expired && (
          <Tag size="sm" type="red">
            {t("tokens.expired")}
          </Tag>
        )}
        {readOnly && (
          <Tag size="sm" type="green">
            {t("tokens.reads")}
          </Tag>
        )}
        {roles === null ? (
          <span className="page-row__id">{t("tokens.allRoles")}</span>
        ) : (
          roles.map((role) => (
            <Tag key={role} size="sm" type="blue">
              {t(`role.${role}`)}
            </Tag>
          ))
        )}
      </div>
      <Button kind="danger--ghost" size="sm" aria-label={t("tokens.revokeNamed", { name })} onClick={onRevoke}>
        {t("tokens.revoke")}
      </Button>
    </li>
  );
}
