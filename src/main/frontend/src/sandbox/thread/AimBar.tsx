import { Close } from "@carbon/icons-react";
import { IconButton } from "@carbon/react";
import { useI18n } from "../../i18n/i18n";
import type { Aim } from "./CustomerThread";
import { excerpt } from "./excerpt";

/** Says which message is being answered or edited. */
export function AimBar({ aim, onClose }: { aim: NonNullable<Aim>; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <div className="aim" data-testid="sandbox-aim">
      <p className="aim__what">{t(aim.kind === "edit" ? "sandbox.editing" : "sandbox.answering")}</p>
      <p className="aim__text">{excerpt(aim.message, t)}</p>
      <IconButton kind="ghost" size="sm" align="top-end" label={t("sandbox.cancel")} onClick={onClose}>
        <Close size={16} />
      </IconButton>
    </div>
  );
}
