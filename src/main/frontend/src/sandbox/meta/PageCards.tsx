import { Button, Checkbox, Select, SelectItem, Tag, Toggle } from "@carbon/react";
import { useId } from "react";
import {
  type FacebookPage,
  RESTRICTIONS,
  type Restriction,
  TOKEN_STATES,
  type TokenState,
} from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { Card } from "./Card";
import { missingAfter, PERMISSIONS } from "./permissions";
import { usePageChange } from "./useSet";

type PageCardProps = { page: FacebookPage };

export function TokenCard({ page }: PageCardProps) {
  const { t } = useI18n();
  const id = useId();
  const change = usePageChange(page.id);
  return (
    <Card title={t("sandbox.token")} lead={t("sandbox.token.lead")} data-testid="sandbox-token-card">
      <Select
        id={id}
        labelText={t("sandbox.token.state")}
        value={page.token}
        onChange={(event) => change({ token: event.target.value as TokenState })}
        data-testid="sandbox-token"
      >
        {TOKEN_STATES.map((state) => (
          <SelectItem key={state} value={state} text={t(`sandbox.token.${state}`)} />
        ))}
      </Select>
    </Card>
  );
}

export function PermissionsCard({ page }: PageCardProps) {
  const { t } = useI18n();
  const id = useId();
  const change = usePageChange(page.id);
  return (
    <Card title={t("sandbox.permissions")} lead={t("sandbox.permissions.lead")}>
      <fieldset className="lever__list">
        <legend className="visually-hidden">{t("sandbox.permissions")}</legend>
        {PERMISSIONS.map((permission) => (
          <Checkbox
            key={permission}
            id={`${id}-${permission}`}
            labelText={permission}
            checked={!page.missingPermissions.includes(permission)}
            onChange={(_, { checked }) =>
              change({ missingPermissions: missingAfter(page.missingPermissions, permission, checked) })
            }
          />
        ))}
      </fieldset>
      <Toggle
        id={`${id}-human`}
        size="sm"
        labelText={t("sandbox.humanAgent")}
        labelA={t("sandbox.off")}
        labelB={t("sandbox.on")}
        toggled={page.humanAgent}
        onToggle={(humanAgent) => change({ humanAgent })}
      />
    </Card>
  );
}

export function SubscriptionCard({ page }: PageCardProps) {
  const { t } = useI18n();
  const change = usePageChange(page.id);
  const { subscribedFields } = page;
  return (
    <Card title={t("sandbox.subscription")} lead={t("sandbox.subscription.lead")}>
      {subscribedFields.length === 0 ? (
        <p className="lever__state">{t("sandbox.subscription.none")}</p>
      ) : (
        <div className="lever__tags">
          {subscribedFields.map((field) => (
            <Tag key={field} type="gray" size="sm">
              {field}
            </Tag>
          ))}
        </div>
      )}
      <Button
        kind="tertiary"
        size="sm"
        disabled={subscribedFields.length === 0}
        onClick={() => change({ subscribedFields: [] })}
        data-testid="sandbox-drop-subscription"
      >
        {t("sandbox.subscription.drop")}
      </Button>
    </Card>
  );
}

export function RestrictionCard({ page }: PageCardProps) {
  const { t } = useI18n();
  const id = useId();
  const change = usePageChange(page.id);
  return (
    <Card title={t("sandbox.restriction")} lead={t("sandbox.restriction.lead")}>
      <Select
        id={id}
        labelText={t("sandbox.restriction.state")}
        value={page.restriction}
        onChange={(event) => change({ restriction: event.target.value as Restriction })}
      >
        {RESTRICTIONS.map((restriction) => (
          <SelectItem key={restriction} value={restriction} text={t(`sandbox.restriction.${restriction}`)} />
        ))}
      </Select>
    </Card>
  );
}

const DAY_MS = 24 * 3_600_000;

export function ExpiryCard({ page }: PageCardProps) {
  const { t, formats } = useI18n();
  const change = usePageChange(page.id);
  const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const { expiresAt, dataAccessExpiresAt } = page;
  return (
    <Card title={t("sandbox.expiry")} lead={t("sandbox.expiry.lead")}>
      <p className="lever__state">
        {t("sandbox.expiry.token", {
          when: expiresAt === null ? t("sandbox.expiry.never") : formats.moment(expiresAt),
        })}
        <br />
        {t("sandbox.expiry.data", {
          when: dataAccessExpiresAt === null ? t("sandbox.expiry.never") : formats.moment(dataAccessExpiresAt),
        })}
      </p>
      <div className="lever__row">
        <Button kind="tertiary" size="sm" onClick={() => change({ expiresAt: inDays(3) })}>
          {t("sandbox.expiry.tokenSoon")}
        </Button>
        <Button kind="tertiary" size="sm" onClick={() => change({ dataAccessExpiresAt: inDays(3) })}>
          {t("sandbox.expiry.dataSoon")}
        </Button>
      </div>
    </Card>
  );
}
